"""What several rows say together: posts beside seats, chairs, starts that only a source shows."""

from __future__ import annotations

from pathlib import Path

from tests.tables.files import csv_folder, sound
from tests.tables.test_reading import read


def test_a_post_beside_several_seats_is_one_tenure_with_all_sources(tmp_path: Path) -> None:
    tables = sound()
    tables["sources"].append(["S2", "东河治理领导小组召开会议", "press", "2016-05-20"])
    title = "济南市委常委、副市长"
    tables["seats"] += [
        ["G1", "deputy_chair", title, "", "乙", "2018-03-08", "", "S1"],
        ["G1", "member", title, "", "乙", "2016-05-20", "", "S2"],
    ]
    data = read(csv_folder(tmp_path / "own", tables))
    (held,) = [row for row in data.tenures if row.post == "post:济南市委常委"]
    assert (held.period.start_edtf, held.sources) == ("[..2016-05-20]", ("own:S1", "own:S2"))


def test_a_seat_whose_end_a_later_source_tells_of_is_known_on_the_eve_of_it(tmp_path: Path) -> None:
    tables = sound()
    tables["sources"].append(["S2", "某报道", "press", "2019-05-20"])
    tables["seats"] += [["G1", "member", "", "长清区", "", "", "2018-01-01", "S2"]]
    data = read(csv_folder(tmp_path / "own", tables))
    (seat,) = [row for row in data.seats if row.title == "长清区"]
    assert (seat.period.start_edtf, seat.period.end_edtf) == ("[..2017-12-31]", "2018-01-01")


def test_two_chairs_whom_one_source_names_lead_together(tmp_path: Path) -> None:
    tables = sound()
    tables["sources"].append(["S2", "某报道", "press", "2016-03-08"])
    tables["seats"].append(["G1", "chair", "济南市委书记", "", "乙", "2016-03-08", "", "S2; S1"])
    assert read(csv_folder(tmp_path / "own", tables)).groups[0].leadership == "co_chairs"
    tables["seats"][-1][-1] = "S2"
    assert read(csv_folder(tmp_path / "other", tables)).groups[0].leadership == "single"
