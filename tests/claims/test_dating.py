"""Which time a claim has: its own, that of the clause above, one set before the sentence, or none."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (3 May 1871 – 24 June 1936) was a Swedish printer.\n\n"

CASES = [
    # text, type, EDTF
    ("In 1902 Lund founded a press in Malmö.", "founding", "1902"),
    ("In 1902 she founded a press and joined the Printers' Union.", "membership", "1902"),
    ("She was arrested on 4 May 1911 and joined the Printers' Union.", "membership", None),
    ("In 1902 she left Malmö; she founded a press and joined the Printers' Union.", "membership", "1902"),
    ("In 1902 she left Malmö; she wept for six weeks and joined the Printers' Union.", "membership", None),
    ("On 3 May 1899 Lund married Karl Holm; they had three daughters.", "kinship", None),
    ("Arrested in 1908, she was in prison until 1911.", "imprisonment", "1908/1911"),
    ("She was arrested in March 1908. After two months in prison she was exiled to Gotland.", "exile", "1908-05~"),
    ("She was executed in the fortress.", "execution", "1936-06-24"),
    ("Born in Ystad, Lund joined the Printers' Union in 1909.", "birth", "1871-05-03"),
    ("Arrested by the police, Lund joined the Printers' Union in 1909.", "arrest", None),
    ("She joined the Printers' Union in 1909 and was arrested before the war.", "arrest", None),
    ("She fled in 1902. She was held after the strike of May 1905 and released after six days.", "release", "1905-05~"),
    ("A court cleared Lund of libel; she founded a press in 1912.", "rehabilitation", None),
    ("Ada Lund was born in Lund.", "birth", "1871-05-03"),
    ("She joined the army during the First World War.", "service", "[1914-07..1918-11]"),
    # what is found out is not of the time at which it was
    ("A film of 2008 showed that Lund joined the Printers' Union.", "membership", None),
    ("In 1908 it was found that Lund joined the Printers' Union in 1902.", "membership", "1902"),
    ("It was in May 1902 that Lund joined the Printers' Union.", "membership", "1902-05"),
    # an office by which somebody is named in a dated act
    ("In 1905 she met the bishop, Karl Holm, in Lund.", "post", "1905"),
    ("She was denounced on 3 May 1905 by the mayor, Karl Holm.", "post", "1905"),
    ("She was denounced in May 1905 by the mayor, Karl Holm.", "post", "1905-05"),
    ("In 1905 she met the former mayor, Karl Holm, in Lund.", "post", None),
    ("From 1905 to 1907 she helped the mayor, Karl Holm.", "post", None),
    ("The mayor, Karl Holm, fined her.", "post", None),
    ("From 1911 to 1914 she lived in Malmö.", "residence", "1911/1914"),
    # up to a dated happening, and from the step before: the story goes on from there
    ("She lived in Oslo until the strike of May 1911, and in December she moved to Ystad.", "move", "1911-12"),
    ("She sat in Oslo in 1902. After she had left on 4 May 1909, she was arrested in June.", "arrest", "1909-06"),
    # what is withheld for a told time under arrest
    ("She was arrested on 3 May 1911. For two weeks she refused to speak.", "refusal", "1911-05-03/1911-05-17"),
    ("She was arrested on 3 May 1911. For two months she refused to speak.", "refusal", "1911-05/1911-07"),
    ("She moved to Oslo on 3 May 1911. For two months she refused to speak.", "refusal", None),
    ("She was arrested on 3 May 1911.\n\nFor two months she refused to speak.", "refusal", None),
    # what is said on an occasion, and what others say against what is told
    ("Charged with theft in May 1911, she retracted her plea, declaring that she was ill.", "statement", "1911-05"),
    ("Brought to trial on 4 May 1911, she was found guilty.", "conviction", "1911-05-04"),
    ("In 1911 she founded a press, though Karl Holm denied it.", "statement", None),
    ("In 1911 she founded a press and Karl Holm later denied it.", "statement", None),
    ("In 1911 she married Karl Holm, who wrote to his sister.", "statement", None),
    # the time of a birth is not that of the name given then
    ("She was born Ada Holm in Ystad on 3 May 1871.", "name", None),
    # at a hearing, whoever the clause that tells its day was hung on
    ("At the trial before the Court in Oslo, which opened on 4 May 1911, she denied it.", "trial", "1911-05-04"),
    ("At the trial, which opened on 4 May 1911, she denied the theft. On 9 May she was found guilty of theft.",
     "statement", "[1911-05-04..1911-05-09]"),
    ("At the trial, which took place on 4 May 1911, she denied the theft. On 9 May she was found guilty of theft.",
     "statement", "1911-05-04"),
    ("Before the High Court, which sat in May 1911, she denied the theft.", "statement", "1911-05"),
    ("Before the war, which began in May 1911, she denied the theft.", "statement", None),
    # a clause that says when
    ("When the bank failed in May 1899, she fled to Oslo.", "move", "1899-05"),
    ("She fled to Oslo when the bank failed in May 1899.", "move", "1899-05"),
    ("When she had failed in May 1899, she fled to Oslo.", "move", None),
    # what follows at once, under one subject
    ("She was arrested in 1907 and exiled to Gotland.", "exile", "1907"),
    ("She was tried in May 1907 and sentenced to death.", "sentence", "1907-05"),
    ("She was arrested on 19 May 1907, convicted of leading a strike and jailed.", "conviction", None),
    ("She taught from 1901 to 1907 and was exiled to Gotland.", "exile", None),
    ("She was tried in May 1907, and the bishop was exiled to Gotland.", "exile", None),
    # the next step, in the month or year of the one before
    ("She was fined in 1907 and left for Oslo.", "move", "1907"),
    ("She founded a press in 1907 and was wounded in Oslo.", "injury", "1907"),
    ("She founded a press in 1907 and was later wounded in Oslo.", "injury", None),
    ("She founded a press on 4 May 1907 and was wounded in Oslo.", "injury", None),
    ("She founded a press in 1907 and never met Karl Holm.", "contact", None),
    ("She confessed to theft on 4 May 1907 but denied that she had sold the ring.", "statement", "1907-05-04"),
    ("Karl Holm died in Malmö on 4 May 1907 and was buried at Ystad.", "burial", "1907-05"),
    ("Freed in May 1907, she left Malmö.", "move", "1907"),
    ("Amnestied in May 1907, she settled in Oslo.", "residence", "1907/.."),
    ("Convicted of theft in May 1907, she was fined ten crowns.", "sentence", "1907-05"),
    ("Elected to the council in May 1907, she left for Oslo.", "move", None),
    ("Arrested in May 1907, Karl Holm died in Oslo.", "death", None),
    # a state of which only the end is told, begun with the step before
    ("She moved to Oslo in March 1902 and taught at the school until 1911.", "work", "1902/1911"),
    ("Elected to the council in 1902, she served as mayor of Malmö until May 1911.", "post", "1902/1911-05"),
    ("From 1902 she was also organist of Ystad, a post which she kept until 1911.", "post", "1902/1911"),
    ("She moved to Oslo in 1912 and taught at the school until 1911.", "work", "../1911"),
    # what happened where she had come to, before the next date
    ("In May 1903 she moved to Malmö, where she met Karl Holm; in July 1905 she left.", "contact",
     "[1903-05..1905-07]"),
    ("In 1903 she moved to Malmö, where she joined the Printers' Union. In 1905 she left.", "membership",
     "[1903..1905]"),
    ("In May 1903 she moved to Malmö, where she met Karl Holm.", "contact", "[1903-05..]"),
    ("In 1903 she moved to Malmö, where she was arrested. In 1905 she left.", "arrest", "1903"),
    ("She did not join the Printers' Union until May 1907.", "membership", "1907-05"),
    # a part of a month
    ("She left for Oslo on 4 May 1907. At the end of the month she met Karl Holm.", "contact", "1907-05"),
    # the day of an hour
    ("She fled to Oslo on 3 May 1907. At about 3 a.m. on 6 June 1908 the police arrested her.", "arrest", "1908-06-06"),
    # what had gone before
    ("Having quarrelled with the bishop, she left Malmö in 1907.", "opposition", "[..1907]"),
    ("She was dismissed in 1907 after confessing to theft.", "confession", "[..1907]"),
    ("She broke with the guild in 1907 and joined the Printers' Union.", "membership", "1907"),
    ("She left Malmö in 1907 without taking a degree.", "degree", None),
    ("After attending school in Ystad she left for Malmö in 1887.", "education", None),
    ("Accused of theft by Karl Holm, she left Malmö in 1907.", "accusation", None),
    # the setting, and the end in view
    ("At her trial, which opened in May 1907, she confessed to theft.", "confession", "1907-05"),
    ("Returning before the death of the king, she was arrested on 3 July 1905.", "arrest", "1905-07-03"),
    # ends that another clause tells, and dates in brackets
    ("She was mayor of Malmö from 1902 until she resigned in 1911.", "post", "1902/1911"),
    ("She was mayor of Malmö until she resigned in 1911.", "post", "../1911"),
    ("She was not mayor of Malmö until she was elected in 1911.", "post", None),
    ("She was mayor of Malmö, a post which she held until 1911.", "post", "../1911"),
    ("She was appointed mayor in 1902, a post which she held until 1911.", "post", "1902/1911"),
    ("She held the post until 1911, when Karl Holm replaced her.", "appointment", "1911"),
    ("She lived in Lund until May 1911, when, under a new law, she was arrested at dawn.", "arrest", "1911-05"),
    ("In March 1911 the guild gave Anna Berg the medal of 1906. Two years later she died.", "death", "1913"),
    ("In 1906 Anna Berg left Lund. She won the election of 1911. Two years later she died.", "death", "1913"),
    ("She was secretary of the Malmö committee (1926–29).", "post", "1926/1929"),
    ("She received the Copper Medal (1904).", "award", "1904"),
    ("For seven years from 1904 she worked at the mill.", "work", "1904/1911"),
    ("She left the press on her marriage in 1904.", "marriage", "1904"),
    ("After her marriage she left Malmö in 1904.", "marriage", None),
    ("Karl Holm lived until 1931.", "death", "1931"),
    # several times
    ("She was elected to the council in 1904 and again in 1911.", "election", "1911"),
    ("She was elected to the council in 1904 and again in 1911.", "election", "1904"),
    # states entered, and what another clause tells of them
    ("In 1903 she settled in Malmö.", "residence", "1903/.."),
    ("In 1903 she moved to Malmö, where she lived in a rented room.", "residence", "1903/.."),
    ("In 1903 she lived in Malmö.", "residence", "1903"),
    # the happening with which it ended
    ("She served as mayor from 1911 until her dismissal in 1914.", "post", "1911/1914"),
    ("She served as mayor from 1911 until her dismissal in 1914.", "dismissal", "1914"),
    ("She lived in Malmö until her arrest in May 1907.", "residence", "../1907-05"),
    ("She was editor of the paper from 1905 until her dismissal in 1909.", "post", "1905/1909"),
    ("She was named mayor in 1901 and remained in office until her arrest in 1909.", "post", "1901/1909"),
    ("The appointment of Lund as editor in 1905 surprised everybody.", "appointment", "1905"),
    ("She witnessed the execution of Karl Berg in May 1911.", "execution", "1911-05"),
    ("She did not return until her pardon in 1914.", "move", "1914"),
    ("From 1902 until her retirement in 1911, Lund taught at Malmö College.", "work", "1902/1911"),
    ("From 1902 until her dismissal in 1911 she was mayor of Malmö.", "post", "1902/1911"),
    ("Until her arrest in May 1907 she lived in Malmö.", "residence", "../1907-05"),
    ("After her arrest in May 1907 she was mayor of Malmö until 1911.", "arrest", "1907-05"),
    # the end of what a predecessor held
    ("In 1912 Lund succeeded Otto Brenner as director of the mint.", "post", "../1912"),
    # a part of a sentence behind a semicolon
    ("She married Karl Holm, a seamstress's son, in 1898; they had five children.", "marriage", "1898"),
    # a noun that a verb or a participle says to have happened
    ("Her own trial took place in Malmö from 6 to 8 May 1907.", "trial", "1907-05-06/1907-05-08"),
    ("Her own trial took place when the bank failed.", "trial", None),
    ("Lund's own statement, made in 1911, says that the press was hers.", "statement", "1911"),
    ("Following the strike of May 1907 she was appointed mayor of Malmö.", "appointment", "1907-05"),
    # in court
    ("Her trial took place from 6 to 8 May 1907. She confessed to theft.", "confession", "[1907-05-06..1907-05-08]"),
    ("She was tried in May 1907. In 1911 she fled to Oslo. She confessed to theft.", "confession", None),
    ("She was tried in May 1907. She told the judge that she was innocent.", "statement", "1907-05"),
    ("She was convicted in May 1907. She told the court that she was innocent.", "statement", "1907-05"),
    ("She was tried in May 1907. She had told a priest that she was innocent.", "statement", None),
    ("At the trial, which opened in Malmö on 6 May 1907, she wept. Karl Holm testified against her.", "testimony",
     "1907-05-06"),
    ("At the trial, which opened in Malmö on 6 May 1907, she wept. Karl Holm testified against her. On 8 May she was "
     "found guilty.", "testimony", "[1907-05-06..1907-05-08]"),
    ("At the fair, which opened in Malmö on 6 May 1907, she sang. Karl Holm testified against her.", "testimony", None),
    # a sentence that was served
    ("She was sentenced to two years in May 1907. She served her sentence at Malmö prison.", "imprisonment", "1907-05"),
    # a course up to its degree, and the degree of another school
    ("She entered the University of Malmö in 1891. She graduated from the University of Malmö in 1895.", "education",
     "1891/1895"),
    ("She entered the University of Malmö in 1891. She graduated from the University of Oslo in 1895.", "education",
     "1891"),
    # nobody is born in a war of another time than the one told
    ("Lund was born in Oslo, the daughter of Karl Lund, a clerk, who was killed in 1899, during the Boer War.", "birth",
     "1871-05-03"),
    # the narrowest date that is told of what happens once
    ("Karl Holm, who has died aged 41, was born on 3 May 1870. He died on 6 June 1911.", "death", "1911-06-06"),
    # a deed in the infinitive
    ("She refused to serve under Karl Holm in 1911.", "refusal", "1911"),
    ("She refused to serve under Karl Holm.", "refusal", None),
    # moments: not until, within a stretch of the clause above, and what had gone before
    ("She was not released until May 1907.", "release", "1907-05"),
    ("She taught at Malmö from 1901 to 1907, where she founded a press.", "founding", "[1901..1907]"),
    ("She taught at Malmö from 1901 to 1907, where she lived in a rented room.", "residence", "1901/1907"),
    ("In 1911 she married Karl Holm, whom she had met in Oslo.", "contact", "[..1911]"),
    ("In 1911 she married Karl Holm. She had met him in Oslo.", "contact", None),
    ("She was arrested in May 1907 with Karl Holm, whom she never married.", "marriage", None),
    ("In 1907 she published a novel, which she afterwards denied.", "statement", None),
    ("She was convicted of libel in May 1907. The verdict was overturned.", "rehabilitation", None),
    ("She was arrested in May 1907 for founding a press.", "founding", None),
    # the lines of a list
    ("== Honours ==\n\n* 1907: Copper Medal of the Guild\n* Silver Medal, 1911", "award", "1907"),
    # lengths
    ("She was arrested in March 1908. She was held for two months in prison.", "imprisonment", "1908-03/1908-05~"),
    ("She was held for two months in Malmö prison. In May 1908 she was released.", "imprisonment", "1908-03~/1908-05"),
    ("She was held for three days in May 1908.", "imprisonment", "1908-05"),
    ("She was held for two months in Malmö prison.", "imprisonment", None),
    ("In 1903 she was imprisoned for two years.", "imprisonment", "1903/1905"),
    ("She married Karl Holm some time before 1899.", "marriage", "[..1898]"),
    ("She was a clerk at the Malmö Press from at least 1901 to 1904.", "post", "1901/1904"),
]  # fmt: skip


LENGTHS = [
    ("In March 1908 she was imprisoned for two months.", "imprisonment", "1908-03/1908-05", "P2M"),
    ("She was interrogated for ninety hours.", "interrogation", None, "PT90H"),
    ("She lived in Malmö for ten years.", "residence", None, "P10Y"),
    ("She was interrogated two days before the fire.", "interrogation", None, None),
    ("Four days after the fire she was interrogated.", "interrogation", None, None),
    ("She was dismissed from a £300-a-year post.", "dismissal", None, None),
]


@pytest.mark.parametrize(("text", "kind", "wanted", "length"), LENGTHS, ids=[c[0] for c in LENGTHS])
def test_how_long_a_claim_lasted(reader, text, kind, wanted, length):
    _, claims = read(reader, LEAD + text)
    claim = next(c for c in of(claims, kind))
    told = claim.roles.get("duration")
    assert (claim.when.edtf, told.label if told else None) == (wanted, length)


@pytest.mark.parametrize(("text", "kind", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_time_of_a_claim(reader, text, kind, wanted):
    _, claims = read(reader, LEAD + text)
    dates = [c.when.edtf for c in of(claims, kind) if c.span.start > len(LEAD) - 5]
    assert wanted in dates


STRAYS = [
    ("In May 1901 she won a race. Lund was born in Ystad, at that time a village.", "birth", "1871-05-03"),
    ("Her father Karl carried a grudge until his death.", "event", None),
    ("She carried a grudge until her death.", "event", "../1936-06-24"),
    ("In 1902 Lund was awarded the 1901 Harbour Prize.", "award", "1902"),
    ("Lund was awarded the 1901 Harbour Prize.", "award", "1901"),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), STRAYS, ids=[c[0] for c in STRAYS])
def test_what_is_of_a_name_or_of_another_dates_no_claim(reader, text, kind, wanted):
    _, claims = read(reader, LEAD + text)
    assert [c.when.edtf for c in of(claims, kind)][-1] == wanted


def test_a_borrowed_date_says_from_where(reader):
    _, claims = read(reader, LEAD + "She was executed in the fortress.")
    when = next(c.when for c in of(claims, "execution"))
    assert (when.basis, when.span) == ("derived", None)
    assert "death" in when.because


def test_what_was_only_planned_or_confessed_has_no_date_of_the_saying(reader):
    _, claims = read(reader, LEAD + "In 1911 she confessed to the theft of a press.")
    confession = next(c for c in of(claims, "confession"))
    assert confession.when.edtf == "1911"
    assert [c.when.edtf for c in of(claims, "involvement")] == [None]


def test_a_rumoured_date_is_lent_to_no_fact(reader):
    text = "Karl Holm was a Danish printer. It was rumoured that he died in 1935. He was executed in Malmö."
    _, claims = read(reader, f"= Karl Holm =\n\n{text}")
    assert [c.when.edtf for c in of(claims, "execution")] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [
        ("Lund lived in Oslo for five years.", "residence", "P5Y"),
        ("After ten years in Ystad and two months at sea, Lund lived in Oslo for a year.", "residence", "P1Y"),
        ("Lund served a three-year term in Malmö prison.", "imprisonment", "P3Y"),
        ("Two years younger than her brother, Lund lived in Oslo.", "residence", None),
        ("Three weeks before the strike, Lund founded a press.", "founding", None),
        ("After a six-year silence, Lund published a novel.", "publication", None),
        ("In 1911, after a year at sea and nearly ten years in Ystad, Lund became a teacher.", "occupation", None),
    ],
)
def test_how_long_it_lasted(reader, text, kind, length):
    _, claims = read(reader, LEAD + text)
    lengths = [c.roles["duration"].label if "duration" in c.roles else None for c in of(claims, kind)]
    assert lengths[-1:] == [length]
