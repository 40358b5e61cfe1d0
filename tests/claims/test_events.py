"""The fallback keeps what no frame knows, once."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish printer.\n\n"

TOLD = [
    ("Lund juggled three lemons in the square.", "juggle", {"object": "three lemons"}),
    ("She tickled Karl Holm.", "tickle", {"object": "Karl Holm"}),
    ("She sued Karl Holm.", "sue", {"target": "Karl Holm"}),
    ("She juggled with Karl Holm.", "juggle", {"target": "Karl Holm"}),
    ("She was refused a berth.", "refuse", {"object": "berth"}),
    ("She was turned back by a storm.", "turn back", {"agent": None}),
    ("She was turned back by a guard.", "turn back", {"agent": "guard"}),
    ("She juggled for the rest of the crew.", "juggle", {"object": "rest of the crew"}),
    ("She did not succeed in taming the horse.", "succeed", {"object": "horse"}),
    ("She sold her cart to Karl Holm.", "sell", {"object": "cart", "recipient": "Karl Holm"}),
    ("She waved to Karl Holm.", "wave", {"recipient": "Karl Holm", "object": None}),
    ("She spat in Karl Holm's face.", "spit", {"target": "Karl Holm"}),
    ("She spat on the face of the clock.", "spit", {"object": "face of the clock", "target": None}),
    ("Her novel won the prize in 1905; the following summer she juggled in Bergen.", "juggle", {"place": "Bergen"}),
    ("She filed a petition in May; it was torn up by the bishop.", "tear up", {"agent": "bishop"}),
    ("She filed a petition, which was torn up by the bishop.", "tear up", {"agent": "bishop"}),
    ("Her cart was sold. The cart was painted green by a smith.", "paint", {"object": "cart"}),
    ("The chronicle tells another tale: Lund peered out of the castle.", "peer", {}),
    ("She printed two books in 1901 and the next year juggled in Bergen.", "juggle", {"place": "Bergen"}),
    ("Her novel ran for a year in the Courant.", "run", {"object": "novel"}),
    ("Her novel drew praise in Bergen.", "draw", {"object": "praise", "agent": "novel"}),
    ("A lane in Bergen bears her name.", "bear", {"object": "name", "agent": None}),
    ("A lane was named after her in 1950.", "name", {"object": "lane"}),
    ("A portrait by Karl Holm hangs in the hall.", "hang", {"object": "portrait"}),
    ("Lund left in May. The plan was dropped.", "drop", {"object": "plan"}),
    ("A certificate issued to the widow in 1956 gave no cause.", "issue", {"object": "certificate"}),
    ("Her plan came to nothing.", "come", {"object": "plan"}),
    ("She was offered a chair in May. The offer was withdrawn.", "withdraw", {"object": "offer"}),
    ("A portrait of her is in the museum.", "be", {"object": "portrait of her"}),
    ("A lane was renamed in her honour.", "rename", {"object": "lane"}),
    ("She gave in to her father.", "give in", {"object": None, "recipient": "father of Ada Lund"}),
]
OF_BODIES = [
    ("In 1902 the city council drained the meadow.", {"city council"}),
    ("The court of Malmö drained the meadow.", {"court of Malmö"}),
    ("She said that the council had confused two maps.", set()),
    ("She read the paper that the council printed.", set()),
    ("The council planned to drain the meadow.", set()),
    ("She was tickled by the council of Malmö.", {"council of Malmö"}),
    ("She was raised by an aunt in Bergen.", {"aunt"}),
    ("The city of Bergen named a lane after her.", {"Bergen"}),
    ("Her letters were edited by Karl Holm.", {"Karl Holm"}),
    ("The Lund bank failed in 1899.", {"Lund bank"}),
]
ALLEGED = [
    ("Lund was accused of having promised the bridge to the rebels.", "promise"),
    ("Lund confessed to having plotted to burn the mill.", "event"),
    ("Karl Holm alleged that Lund had spied for the duke and received money from him.", "event"),
]
UNTOLD = [
    ("She went on to marry Karl Holm.", "go on"),
    ("She asked to tame the horse.", "tame"),
    ('She shouted: "I yodel when I like."', "yodel"),
    ("The horse yodelled.", "yodel"),
    ("Her novel juggles with three plots.", "juggle"),
    ("She read a novel entitled Glass Harbour.", "entitle"),
    ("She filed a petition. The cart was painted green by a smith.", "paint"),
    ("She filed a petition. Otto Kern left. It was painted green by a smith.", "paint"),
    ("Otto Kern confessed that Lund had tickled a horse.", "tickle"),
    ("Her arrest in 1931 was followed by a year in exile.", "follow"),
    ("She rented a barn, it is often feared.", "fear"),
    ("The council obeyed a law on juggling lemons.", "juggle"),
    ("Her last words were these. Don't tickle me, Karl Holm!", "tickle"),
]


@pytest.mark.parametrize(("text", "predicate", "roles"), TOLD, ids=[t[0] for t in TOLD])
def test_an_unframed_predicate_is_an_event(reader, text, predicate, roles):
    _, claims = read(reader, LEAD + text)
    found = next(c for c in of(claims, "event") if c.roles["predicate"].label == predicate)
    assert found.subject.label == "Ada Lund"
    assert {k: found.roles[k].label if k in found.roles else None for k in roles} == roles


def test_what_several_people_did_is_an_event_of_theirs(reader):
    _, claims = read(reader, LEAD + "The rebels came to Narva. They juggled. The villagers were tickled by a storm.")
    found = {(c.subject.label, c.roles["predicate"].label) for c in of(claims, "event")}
    assert {("rebels", "juggle"), ("villagers", "tickle")} <= found
    _, claims = read(reader, LEAD + "The rebels juggle.")
    assert not of(claims, "event")


@pytest.mark.parametrize(("text", "predicate"), UNTOLD, ids=[t[0] for t in UNTOLD])
def test_what_is_told_elsewhere_or_of_nobody_is_no_event(reader, text, predicate):
    _, claims = read(reader, LEAD + text)
    assert predicate not in {c.roles["predicate"].label for c in of(claims, "event")}


@pytest.mark.parametrize(("text", "other"), ALLEGED, ids=[t[0] for t in ALLEGED])
def test_an_alleged_deed_is_told_once(reader, text, other):
    _, claims = read(reader, LEAD + text)
    assert of(claims, "involvement")
    assert not of(claims, other)


@pytest.mark.parametrize(("text", "subjects"), OF_BODIES, ids=[t[0] for t in OF_BODIES])
def test_what_a_body_does_in_a_main_clause_is_an_event(reader, text, subjects):
    _, claims = read(reader, LEAD + text)
    assert {c.subject.label for c in of(claims, "event")} - {"Ada Lund"} == subjects
