"""The commands of `python -m wizard`, one file a subject: what each takes, and what it prints or writes.

given      what a command is given and what it leaves
cases      the procedures, the route, where a case stands, the dates; report says them
dossiers   the letter and the other documents, files with answers
providers  profiles, link kits, mirror cards and what can be learnt
coach      remarks on the wording
words      what a language lacks
"""
