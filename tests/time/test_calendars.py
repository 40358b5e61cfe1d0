"""Times by other calendars, as the whole time stage reads them; Easter and the lunar year as tables give them."""

from __future__ import annotations

from datetime import date

import pytest
from life_text import UNREAD, document

from vitascope.time import read_times
from vitascope.time.calendars import easter

ROMAN = "Abbo of Laon (c. 14 BC – AD 62) was a senator. "
OLDER = "Abbo of Laon (106–43 BC) was a senator. "
READ = [
    ("He died in 761/1360 at Shiraz.", "1360"),
    ("He was born about 872/1467.", "1467~"),
    ("He was freed by 903/1497–98.", "[..1498]"),
    ("He left before 903/1498.", "[..1497]"),
    ("He was buried on 3 Rajab 1012/7 December 1603.", "1603-12-07"),
    ("In Shawwāl 803/May 1401 he left.", "1401-05"),
    ("He came in Ramadan 1040 (April–May 1631).", "[1631-04,1631-05]"),
    ("He came in AH 1050.", "[1640,1641]"),
    ("He came in A.H. 1050 (1640).", "1640"),
    ("He came in 1050 AH and stayed.", "[1640,1641]"),
    ("He came in Rajab 1050.", "[1640-10,1640-11]"),
    ("In Genroku 14 (1701) he was dismissed.", "1701"),
    ("In Genroku 14 he was dismissed.", "1701"),
    ("He came in the fourteenth year of Genroku [1701].", "1701"),
    ("She sat the examination in Kangxi 23 (1684).", "1684"),
    ("She sat it in the twenty-third year of the Kangxi reign.", "1684"),
    ("In the third month of Kansei 5 (May 1793) she left.", "1793-05"),
    ("In Tenpō 8 (1837) she wed. Two years later she left.", "1839"),
    ("She was prioress by 9 Richard I.", "[..1198-09-02]"),
    ("She sued in 5 Henry IV.", "[1403-09-30..1404-09-29]"),
    ("He sat in 17 Hen. VIII for the shire.", "[1525-04-22..1526-04-21]"),
    ("He swore it in the third year of King Stephen.", "[1137-12-22..1138-12-21]"),
    ("He swore it in the first year of Henry III.", "[1216-10-28..1217-10-27]"),
    ("He fell on the Ides of March 44 BC.", "-0043-03-15"),
    ("He wrote on the Kalends of July 1204.", "1204-07-01"),
    ("He wrote on the Nones of May 1204.", "1204-05-07"),
    ("He fell on 9 Thermidor Year II [27 July 1794].", "1794-07-27"),
    ("He fell on 9 Thermidor Year II.", "1794-07-27"),
    ("He came in Germinal Year III.", "[1795-03-21..1795-04-19]"),
    ("They met on the feast of St Luke 1204.", "1204-10-18"),
    ("They met on St Andrew’s Day, 1381.", "1381-11-30"),
    ("They met on the feast of the Assumption 1350.", "1350-08-15"),
    ("They met at Michaelmas 1381.", "1381-09-29"),
    ("They met on Lady Day 1655.", "1655-03-25"),
    ("They met at Candlemas 1381.", "1381-02-02"),
    ("They met on Whit Monday 1905.", "1905-06-12"),
    ("They met at Pentecost 1204.", "1204-06-13"),
    ("They met at Easter 1700.", "[1700-03-31,1700-04-11]"),
    (ROMAN + "He was praetor in 9 BC.", "-0008"),
    (ROMAN + "In AD 20 he was praetor.", "0020"),
    (ROMAN + "He served from AD 7 to 9 as a tribune.", "0007/0009"),
    (ROMAN + "He sat from 24 to 27.", "0024/0027"),
    (ROMAN + "On 1 July 29 he spoke.", "0029-07-01"),
    (ROMAN + "In October 31, he fled.", "0031-10"),
    (ROMAN + "In the autumn of 39 he was banished.", "0039-23"),
    (ROMAN + "He governed it, probably in 44–45.", "0044?/0045?"),
    (ROMAN + "He was consul in 58 and spoke.", "0058"),
    (ROMAN + "In 47 she died, and three years later he wed.", "0050"),
    (ROMAN + "He was born in 10.", "[-0009,0010]"),
    (OLDER + "In 63 he was consul.", "-0062"),
    (OLDER + "From 58 to 50 he fought.", "-0057/-0049"),
    (OLDER + "In 63 he was consul, and the following year he fled.", "-0061"),
    ("He won in 48 and 46 BC.", "-0047"),
    ("It met in January, March and July 1917.", "1917-03"),
]  # fmt: skip
UNREAD_TEXTS = [
    "In 47 she died.",
    "It weighed 950/1812 of a pound.",
    "The score was 3/1543.",
    "She bought a Kangxi bowl.",
    "He lived at 9 Richard Street.",
    "The church of St Luke was full.",
    "Ramadan was hard.",
    ROMAN.replace("c. 14 BC – AD 62", "1872–1931") + "He won 44.",
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_read(text: str, wanted: str) -> None:
    assert wanted in [time.when.edtf for time in read_times(document(text), UNREAD)]


@pytest.mark.parametrize("text", UNREAD_TEXTS)
def test_not_read(text: str) -> None:
    assert [time.when.text for time in read_times(document(text), UNREAD) if time.kind != "lifespan"] == []


@pytest.mark.parametrize(
    ("year", "julian", "day"),
    [(1911, False, "1911-04-16"), (1954, False, "1954-04-18"), (2000, False, "2000-04-23"), (1818, False, "1818-03-22"),
     (1300, True, "1300-04-10"), (1204, True, "1204-04-25"), (1066, True, "1066-04-16"), (1917, True, "1917-04-02")],
)  # fmt: skip
def test_easter(year: int, *, julian: bool, day: str) -> None:
    assert easter(year, julian=julian) == date.fromisoformat(day)
