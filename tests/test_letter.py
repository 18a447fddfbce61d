"""The complaint letter, read as its addressee reads it; whole letters are in snapshots/.

Write the snapshots anew after a change of words that is meant: pytest tests/test_letter.py --update-snapshots
"""

from collections.abc import Callable
from typing import Any

import pytest

from tests.given import PROCEDURES, changed, dossier, example, page, tags_of, text_of
from wizard.choices import Category, WishKind
from wizard.dossier import Dossier

Snapshot = Callable[[str, str], None]

CAPACITIES: dict[str, dict[str, Any]] = {
    "client": {"capacity": "client"},
    "vertegenwoordiger": {
        "capacity": "vertegenwoordiger",
        "relation": "ouder-met-gezag",
        "age_group": "12-15",
        "client_name": "Noor Vos",
        "client_birth_date": "2012-05-04",
    },
    "nabestaande": {
        "capacity": "nabestaande",
        "relation": "echtgenoot",
        "relation_words": "weduwe",
        "client_name": "de heer H. Vos",
    },
    "gemachtigde": {"capacity": "gemachtigde", "machtiging_signed": True, "client_name": "mevrouw B. Bos"},
    "geweigerde-vertegenwoordiger": {"capacity": "geweigerde-vertegenwoordiger", "client_name": "de heer P. Pot"},
}
BARE: dict[str, Any] = {
    "situation": {"hurry": [], "care": "zorg", "jeugdwet": False},
    "provider": {"name": "Zorgaanbieder De Brug"},
    "points": [{"what_happened": "Er kwam niemand."}],
}
FULL: dict[str, Any] = {
    **BARE,
    "provider": {
        "name": "Zorgaanbieder De Brug",
        "attention": "de directie",
        "address": {"street": "Brugweg 1", "postcode": "1234 AB", "town": "Deventer"},
        "professional": "dokter De Vries",
        "location": "locatie Oost",
    },
    "sender": {
        "name": "M. Vos",
        "address": {"street": "Laan 2", "postcode": "4321 BA", "town": "Zutphen"},
        "email": "m.vos@example.nl",
        "phone": "0575-000000",
    },
    "points": [
        {
            "category": "bejegening",
            "when": {"day": "2026-05-04"},
            "where": "aan de balie",
            "who": "de assistent",
            "what_happened": "De assistent riep mijn naam en mijn klacht door de wachtkamer.\n\nIedereen keek.",
            "consequence": "Ik schaamde mij.",
        },
        {"category": "organisatie", "when": {"about": "half mei 2026"}, "what_happened": "Ik werd niet teruggebeld."},
    ],
    "events": [
        {"when": {"about": "eind mei 2026"}, "what": "Ik belde nog een keer."},
        {"when": {"day": "2026-05-06"}, "what": "Ik schreef een e-mail."},
        {"what": "Mijn dossier was zoek."},
    ],
    "tried": {
        "talk": {"held": True, "when": {"day": "2026-06-01"}, "outcome": "De directeur zei dat het druk was."},
        "contactpersoon": {"held": True},
        "klachtenfunctionaris": {"held": True, "when": {"about": "begin juni 2026"}},
        "mediation": {"held": True, "when": {"day": "2026-06-15"}},
    },
    "wishes": [
        {"kind": "uitleg"},
        {"kind": "excuses", "detail": "Graag van de assistent zelf."},
        {"kind": "schadevergoeding", "amount": 1250},
        {"kind": "anders", "detail": "Een bordje bij de balie."},
    ],
    "consents": {"file_for_klachtenfunctionaris": True, "forward_to_other_provider": False, "handle_together": True},
    "annexes": ["Mijn e-mail van 6 mei 2026", "Afsprakenkaart"],
    "letter": {
        "delivery": "aangetekend",
        "reference": "K-2026-17",
        "klachtenfunctionaris_wanted": True,
        "talk_wanted": False,
        "contact_by": "e-mail",
    },
}


def written(parts: dict[str, Any], capacity: str = "client", **answers: Any) -> Dossier:
    start = dossier(**(parts | {"complainant": CAPACITIES[capacity]}))
    return changed(start, **answers)


def printed(parts: dict[str, Any], capacity: str = "client", **answers: Any) -> str:
    return text_of(page(written(parts, capacity, **answers)))


# Whole letters


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_letter_of_the_example(name: str, same_as_snapshot: Snapshot) -> None:
    same_as_snapshot(f"example-{name}.html", page(example(name)))


@pytest.mark.parametrize("formality", ["formeel", "eerst-informeel"])
@pytest.mark.parametrize("parts", [BARE, FULL], ids=["bare", "full"])
@pytest.mark.parametrize("capacity", CAPACITIES)
def test_the_letter_in_each_capacity(
    capacity: str, parts: dict[str, Any], formality: str, same_as_snapshot: Snapshot
) -> None:
    size = "full" if parts is FULL else "bare"
    letter = page(written(parts, capacity, letter__formality=formality))
    same_as_snapshot(f"{capacity}-{formality}-{size}.html", letter)


# Formal and informal


def test_a_formal_letter_asks_for_exactly_what_the_act_owes() -> None:
    told = printed(FULL)
    for words in (
        "schriftelijk antwoord met redenen (art. 17 lid 1 Wkkgz)",
        "uw oordeel over mijn klacht",
        "welke beslissingen u neemt over en naar aanleiding van mijn klacht",
        "binnen welke termijn de maatregelen klaar zijn waartoe u besluit",
        "Wilt u mij de ontvangst van deze brief bevestigen, met de datum?",
        "hoe het met de behandeling van mijn klacht staat",
        "laat mij dat dan uiterlijk op die dag schriftelijk weten",
    ):
        assert words in told


def test_a_formal_letter_names_the_expected_day_and_from_what_it_counts() -> None:
    told = printed(FULL, letter__dated="2026-06-01")
    assert "Ik ga ervan uit dat u deze brief op 3 juni 2026 ontvangt." in told
    assert "uiterlijk op 15 juli 2026" in told


def test_a_day_of_receipt_that_is_known_is_no_assumption() -> None:
    told = printed(FULL, handling__received_on="2026-06-01")
    assert "Deze brief hoort bij de klacht die u op 1 juni 2026 van mij kreeg." in told
    assert "uiterlijk op 13 juli 2026" in told
    assert [words for words in ("Ik ga ervan uit", "Hierbij dien ik") if words in told] == []


def test_a_letter_with_a_complaint_that_was_sent_counts_from_its_expected_receipt() -> None:
    told = printed(FULL, handling__sent_on="2026-06-15")
    assert "Deze brief hoort bij de klacht die ik u op 15 juni 2026 stuurde." in told
    assert (
        "Ik ga ervan uit dat u die klacht op 17 juni 2026 kreeg. Uw antwoord verwacht ik dan uiterlijk op 29 juli"
        in told
    )


def test_the_complaint_itself_does_not_know_what_came_after_it() -> None:
    sent = {"letter__dated": "2026-06-15", "handling__sent_on": "2026-06-15"}
    known = printed(FULL, **sent, handling__received_on="2026-06-18", handling__answered_on="2026-06-30")
    assert known == printed(FULL, letter__dated="2026-06-15")
    assert "Hierbij dien ik een klacht in" in known


@pytest.mark.parametrize("sent", [{"handling__received_on": "2026-04-02"}, {"handling__sent_on": "2026-04-02"}])
def test_a_letter_after_a_term_that_is_over_asks_for_an_answer_that_can_still_come(sent: dict[str, Any]) -> None:
    told = printed(FULL, **sent)
    assert [day for day in ("18 mei 2026", "20 mei 2026") if day in told] == []
    assert "Ik ga ervan uit dat u deze brief op 3 juli 2026 ontvangt." in told
    assert "Op 2 april 2026" in told
    assert "Daarop kreeg ik geen antwoord. Hierbij dien ik een klacht in" in told


def test_a_letter_after_an_answer_is_a_new_complaint_and_does_not_say_that_there_was_none() -> None:
    told = printed(FULL, handling__received_on="2026-06-01", handling__answered_on="2026-06-20")
    assert "Hierbij dien ik een klacht in" in told
    assert "geen antwoord" not in told


@pytest.mark.parametrize(
    ("more_time", "until"),
    [
        ({"handling__extension_notice_on": "2026-06-10"}, "uiterlijk op 20 juli 2026"),
        ({"handling__agreed_until": "2026-09-14"}, "uiterlijk op 14 september 2026"),
    ],
)
def test_more_time_that_was_given_counts_and_is_not_offered_again(more_time: dict[str, Any], until: str) -> None:
    told = printed(FULL, handling__received_on="2026-05-11", **more_time)
    assert until in told
    assert "Hebt u meer tijd nodig" not in told


def test_more_time_without_a_day_leaves_the_day_out() -> None:
    told = printed(FULL, handling__received_on="2026-06-01", handling__further_extension_agreed=True)
    assert "schriftelijk antwoord met redenen (art. 17 lid 1 Wkkgz)" in told
    assert "uiterlijk" not in told


def test_a_letter_after_an_oral_complaint_asks_for_an_oordeel_and_counts_from_itself() -> None:
    oral = {"handling__in_writing": False, "handling__received_on": "2026-02-02"}
    told = printed(FULL, letter__dated="2026-06-01", **oral)
    assert "uiterlijk op 15 juli 2026" in told
    assert "2 februari 2026" not in told


@pytest.mark.parametrize("capacity", CAPACITIES)
@pytest.mark.parametrize("parts", [BARE, FULL], ids=["bare", "full"])
def test_an_informal_letter_sets_no_term_and_asks_for_no_oordeel(capacity: str, parts: dict[str, Any]) -> None:
    told = printed(parts, capacity, letter__formality="eerst-informeel")
    act = "de Wet kwaliteit, klachten en geschillen zorg (Wkkgz)"
    assert f"Dit is nog geen klacht in de zin van {act}. Ik vraag u nu nog geen oordeel." in told
    assert told.count("oordeel") == 1
    assert [
        words for words in ("uiterlijk", "weken", "art. 17", "het geschil", "dien ik een klacht in") if words in told
    ] == []


@pytest.mark.parametrize("care", ["jeugdhulp", "wmo", "keuring", "verzekeraar", "hulpmiddel"])
@pytest.mark.parametrize("formality", ["formeel", "eerst-informeel"])
def test_a_letter_under_another_act_does_not_speak_of_the_wkkgz(care: str, formality: str) -> None:
    told = printed(FULL, situation__care=care, letter__formality=formality)
    assert [words for words in ("Wkkgz", "Wet kwaliteit", "uiterlijk op", "geschil") if words in told] == []


@pytest.mark.parametrize("care", ["wvggz", "wzd", "rekening", "privacy", "weet-niet"])
def test_where_the_act_holds_only_in_part_or_perhaps_the_letter_says_so(care: str) -> None:
    act = "de Wet kwaliteit, klachten en geschillen zorg (Wkkgz)"
    assert f"Voor zover {act} geldt, is dit een klacht in de zin van die wet." in printed(FULL, situation__care=care)


@pytest.mark.parametrize("capacity", ["client", "gemachtigde", "nabestaande"])
@pytest.mark.parametrize("formality", ["formeel", "eerst-informeel"])
@pytest.mark.parametrize("care", ["rekening", "privacy", "verzekeraar", "keuring"])
def test_what_is_no_care_is_not_called_care(care: str, formality: str, capacity: str) -> None:
    told = printed(BARE, capacity, situation__care=care, letter__formality=formality).split("Wat er is gebeurd")[0]
    assert "zorg die" not in told
    assert "over de zorg" not in told


def test_the_disputes_body_is_mentioned_once_and_not_as_a_threat() -> None:
    told = text_of(page(example("klachtenloket-zorg")))
    assert (
        "Ik hoop dat wij er met uw antwoord uitkomen. Lukt dat niet, dan kan ik het geschil voorleggen aan de "
        "Geschillencommissie Zorg Algemeen." in told
    )
    assert "waarbij u bent aangesloten. Wilt u in uw antwoord zetten welke dat is?" in printed(FULL)


# In what capacity, and who signs


@pytest.mark.parametrize(
    ("capacity", "words"),
    [
        ("client", "Hierbij dien ik een klacht in over de zorg die ik van u kreeg."),
        ("vertegenwoordiger", "Ik schrijf u als ouder met gezag van Noor Vos, geboren op 4 mei 2012."),
        ("nabestaande", "Ik schrijf u als nabestaande (weduwe) van de heer H. Vos."),
        ("gemachtigde", "Ik schrijf u namens mevrouw B. Bos. De ondertekende machtiging stuur ik mee."),
        (
            "geweigerde-vertegenwoordiger",
            "omdat u mij niet ziet als vertegenwoordiger van de heer P. Pot. Daarover dien ik",
        ),
    ],
)
def test_the_letter_says_in_what_capacity(capacity: str, words: str) -> None:
    assert words in printed(FULL, capacity)


@pytest.mark.parametrize(
    ("age", "both"), [("onder-12", False), ("12-15", True), ("16-17", False), ("volwassen", False)]
)
def test_a_child_of_twelve_to_fifteen_signs_too(age: str, both: bool) -> None:
    adult = {"complainant__mentor_appointed": False, "complainant__client_decides": False}
    relation = "mentor" if age == "volwassen" else "voogd"
    told = printed(FULL, "vertegenwoordiger", complainant__age_group=age, complainant__relation=relation, **adult)
    assert ("Met vriendelijke groet, M. Vos Ik ben het eens met deze brief: Noor Vos" in told) is both


def test_the_machtiging_is_the_first_annex() -> None:
    assert "Bijlagen Machtiging Mijn e-mail van 6 mei 2026 Afsprakenkaart" in printed(FULL, "gemachtigde")
    assert "Bijlage Machtiging" in printed(BARE, "gemachtigde")
    own = printed(BARE, "gemachtigde", annexes=["Ondertekende machtiging", "Foto"])
    assert own.endswith("Bijlagen Ondertekende machtiging Foto")


def test_a_relation_in_own_words_stands_beside_the_role() -> None:
    mother = printed(BARE, "vertegenwoordiger", complainant__relation_words="moeder")
    assert "als ouder met gezag (moeder) van Noor Vos" in mother


@pytest.mark.parametrize(("capacity", "own"), [("client", True), ("nabestaande", False), ("gemachtigde", True)])
def test_who_does_not_own_the_file_has_no_objection_and_gives_no_consent(capacity: str, own: bool) -> None:
    told = printed(BARE, capacity, consents__file_for_klachtenfunctionaris=True)
    assert ("De klachtenfunctionaris mag de delen" in told) is own
    assert ("Ik heb er geen bezwaar tegen" in told) is not own


@pytest.mark.parametrize("together", [True, False, None])
@pytest.mark.parametrize("forward", [True, False, None])
def test_what_another_provider_may_do_is_said_once_and_without_contradiction(
    forward: bool | None, together: bool | None
) -> None:
    told = printed(BARE, consents__forward_to_other_provider=forward, consents__handle_together=together)
    assert ("dat deel doorsturen" in told) is (forward is True)
    assert ("niet door naar een andere" in told) is (forward is False)
    assert ("mag u" in told or "U mag" in told) is (forward is True or together is True)
    assert ("niet samen" in told) is (together is False)


def test_a_talk_is_asked_for_once() -> None:
    talk = {"wishes": [{"kind": "gesprek"}]}
    for wanted in (True, False):
        told = printed(BARE, letter__talk_wanted=wanted, **talk)
        assert "Ik wil graag een gesprek" in told
        assert "praten" not in told
        assert "niet nodig" not in told


def test_a_full_stop_at_the_end_of_an_answer_is_not_doubled() -> None:
    told = printed(
        BARE,
        provider__location="Afdeling 3B.",
        provider__professional="dokter Bos c.s.",
        provider__attention="T.a.v. de directie",
        points=[{"what_happened": "x", "when": {"about": "begin maart."}, "where": "de gang."}],
        tried__talk={"held": True, "when": {"about": "in maart."}},
    )
    assert "Het gaat om dokter Bos c.s., Afdeling 3B." in told
    assert "Wanneer: begin maart; waar: de gang" in told
    assert "met u gesproken (in maart)." in told
    assert "t.a.v. de directie" in told
    assert ".." not in told


def test_several_points_without_a_kind_are_numbered() -> None:
    told = printed(BARE, points=[{"what_happened": "x"}, {"what_happened": "y", "category": "anders"}])
    assert "in 2 punten Punt 1 x Punt 2 y" in told


def test_the_treatment_of_others_is_not_called_the_treatment_of_me() -> None:
    assert "De omgang met mij" in printed(FULL)
    assert "De omgang met mij" not in printed(FULL, "nabestaande")


# Optional parts: there when there is a fact behind them, and else not a word of it

OPTIONAL: dict[str, dict[str, Any]] = {
    "Uw kenmerk: K-1": {"letter__reference": "K-1"},
    "AANGETEKEND": {"letter__delivery": "aangetekend"},
    "Zutphen, 1 juli 2026": {"sender__address": {"town": "Zutphen"}},
    "Het gaat om dokter De Vries.": {"provider__professional": "dokter De Vries"},
    "Het gaat om locatie Oost.": {"provider__location": "locatie Oost"},
    "Wanneer: 4 mei 2026": {"points": [{"what_happened": "x", "when": {"day": "2026-05-04"}}]},
    "Wanneer: eind mei": {"points": [{"what_happened": "x", "when": {"about": "eind mei"}}]},
    "Waar: aan de balie": {"points": [{"what_happened": "x", "where": "aan de balie"}]},
    "Wie erbij was: de assistent": {"points": [{"what_happened": "x", "who": "de assistent"}]},
    "Het gevolg hiervan: pijn": {"points": [{"what_happened": "x", "consequence": "pijn"}]},
    "Wat er is gebeurd, in 2 punten": {"points": [{"what_happened": "x"}, {"what_happened": "y"}]},
    "Wat er verder gebeurde Wanneer Wat": {"events": [{"what": "x"}]},
    "Wat ik al heb gedaan": {"tried__mediation": {"held": True}},
    "Ik heb hierover met u gesproken.": {"tried__talk": {"held": True}},
    "gesproken op 1 juni 2026.": {"tried__talk": {"held": True, "when": {"day": "2026-06-01"}}},
    "gesproken (in juni).": {"tried__talk": {"held": True, "when": {"about": "in juni"}}},
    "Dit kwam eruit: niets": {"tried__talk": {"held": True, "outcome": "niets"}},
    "contactpersoon van de beroepsorganisatie": {"tried__contactpersoon": {"held": True}},
    "Ik had contact met de klachtenfunctionaris": {"tried__klachtenfunctionaris": {"held": True}},
    "Wat ik u vraag": {"wishes": [{"kind": "excuses"}]},
    "een bedrag van € 1.250": {"wishes": [{"kind": "schadevergoeding", "amount": 1250}]},
    "Ik wil graag hulp van de klachtenfunctionaris.": {"letter__klachtenfunctionaris_wanted": True},
    "Hulp van de klachtenfunctionaris heb ik nu niet nodig.": {"letter__klachtenfunctionaris_wanted": False},
    "Ik wil hier ook graag met u over praten.": {"letter__talk_wanted": True},
    "Een gesprek is voor mij niet nodig.": {"letter__talk_wanted": False},
    "per e-mail: a@b.nl": {"letter__contact_by": "e-mail", "sender__email": "a@b.nl"},
    "per telefoon: 06-1": {"letter__contact_by": "telefoon", "sender__phone": "06-1"},
    "per post.": {"letter__contact_by": "post", "sender__address": {"street": "Laan 2"}},
    "De klachtenfunctionaris mag de delen van het dossier zien": {"consents__file_for_klachtenfunctionaris": True},
    "geen toestemming om het dossier te zien": {"consents__file_for_klachtenfunctionaris": False},
    "Dan mag u dat deel doorsturen.": {"consents__forward_to_other_provider": True},
    "Stuur mijn klacht niet door": {"consents__forward_to_other_provider": False},
    "Dan mag u mijn klacht samen met die zorgaanbieder behandelen.": {"consents__handle_together": True},
    "Behandel mijn klacht niet samen": {"consents__handle_together": False},
    "Bijlage Afsprakenkaart": {"annexes": ["Afsprakenkaart"]},
    "Bijlagen Een Twee": {"annexes": ["Een", "Twee"]},
}


@pytest.mark.parametrize("words", OPTIONAL)
def test_a_sentence_is_there_when_there_is_a_fact_behind_it(words: str) -> None:
    assert words in printed(BARE, **OPTIONAL[words])
    assert words not in printed(BARE)


@pytest.mark.parametrize("by", ["e-mail", "telefoon", "post"])
def test_a_way_to_be_reached_that_is_not_given_is_not_promised(by: str) -> None:
    assert "U bereikt mij" not in printed(BARE, letter__contact_by=by)


@pytest.mark.parametrize("kind", WishKind)
def test_each_wish_can_be_asked_in_a_sentence_of_its_own(kind: WishKind) -> None:
    asked = printed(BARE, wishes=[{"kind": kind, "detail": "Dat is mijn wens."}])
    assert "Wat ik u vraag" in asked
    assert "Dat is mijn wens." in asked
    assert asked != printed(
        BARE, wishes=[{"kind": "uitleg" if kind != "uitleg" else "excuses", "detail": "Dat is mijn wens."}]
    )


@pytest.mark.parametrize("category", Category)
def test_each_kind_of_complaint_has_a_heading(category: Category) -> None:
    tags = [tag for tag, _ in tags_of(page(written(BARE, points=[{"category": category, "what_happened": "x"}])))]
    wanted = ["h1", "h2", "h2"] if category is Category.ANDERS else ["h1", "h2", "h3", "h2"]
    assert [tag for tag in tags if tag in ("h1", "h2", "h3")] == wanted


def test_mediation_is_mentioned_and_its_content_is_not() -> None:
    told = printed(FULL)
    assert "Er is bemiddeling geweest op 15 juni 2026. Wat daar is gezegd, blijft vertrouwelijk." in told


def test_what_else_happened_is_told_in_order_of_time() -> None:
    told = printed(FULL)
    places = [
        told.index(words) for words in ("Ik schreef een e-mail.", "Ik belde nog een keer.", "Mijn dossier was zoek.")
    ]
    assert places == sorted(places)


def test_the_envelope_shows_the_contracting_provider_as_the_post_wants_it() -> None:
    told = printed(FULL)
    assert "AANGETEKEND Zorgaanbieder De Brug t.a.v. de directie Brugweg 1 1234 AB DEVENTER" in told
    assert "Zorgaanbieder De Brug t.a.v. de klachtbehandeling" in printed(BARE)


def test_a_name_that_does_not_fit_above_a_page_is_left_out_there() -> None:
    for name in ("x" * 120, "عمر خالد 3"):  # the second would turn the date beside it around
        assert 'data-head="1 juli 2026"' in page(written(FULL, sender__name=name))
    assert 'data-head="M. Vos, 1 juli 2026"' in page(written(FULL))
