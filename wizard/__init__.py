"""The road: what the client tells us -> right road? -> where am I -> by when -> in good words -> on paper.

    dossier    what the client told us, the only state
    triage     is this the right road, and may this person complain?
    route      which steps there are, which one is next, which may be taken
    deadlines  each date, its rule, and how it was computed
    letter     what the letter may print; documents renders it, pdf prints it
    __main__   the same road from the command line; ui and pages/ the same road on a screen

procedures, law and feestdagen read data/; nothing but the edge (ui, __main__) reads the clock.
"""
