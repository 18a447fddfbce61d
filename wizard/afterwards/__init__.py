"""What comes after the letter: what happened, where somebody stands, what is late, and what they can do now.

happened -> status: where you are and what may be expected; answer: what it lacks; grounds, dispute: whether the body is
open; actions: what can be done; expected, timeline: the dates; report: all of it for the command line.
"""
