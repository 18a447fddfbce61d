"""The road: what the client tells us -> right road? -> where am I -> by when -> in good words -> on paper -> and then?

    dossier    what the client told us, the only state
    triage     is this the right road? standing: may this person complain?
    route      which steps there are, which one is next, which may be taken
    deadlines  each date, its rule, and how it was computed
    coach/     remarks on the wording; never rewrites
    letter     what the complaint letter may print; documents renders it, pdf prints it
    papers/    all the other documents; formats/ the same page as Word file, text, calendar and ZIP
    afterwards/  what happened after the letter, where the case stands, what is late, what can be done
    provider/  the provider's own profile, link kit, mirror card and what they can learn
    commands/  the same road from the command line, which __main__ reads; ui and pages/ the same road on a screen

procedures, bodies, law and feestdagen read data/; nothing but the edge (ui, __main__) reads the clock.
"""
