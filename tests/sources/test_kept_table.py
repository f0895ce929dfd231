"""Results that are kept by their causes."""

from roi_plugin.sources.kept_table import KeptTable


def test_what_was_put_is_there_for_the_next_process_once_it_is_saved(tmp_path):
    table = KeptTable(tmp_path / "a" / "x.json")
    assert table.get("k") is None
    table.put("k", [1, "a"])
    assert table.get("k") == [1, "a"]
    assert not (tmp_path / "a").exists()
    table.save()
    assert KeptTable(tmp_path / "a" / "x.json").get("k") == [1, "a"]


def test_a_file_is_written_only_where_something_is_new(tmp_path):
    path = tmp_path / "x.json"
    table = KeptTable(path)
    table.put("k", 1)
    table.save()
    path.unlink()
    assert table.get("k") == 1
    table.save()
    assert not path.exists()


def test_entries_of_long_ago_go_and_those_of_the_last_build_stay(tmp_path):
    table = KeptTable(tmp_path / "x.json")
    for build in range(9):
        for number in range(3):
            table.put(f"{build}-{number}", build)
        table.save()
    assert table.get("8-2") == 8
    assert table.get("0-0") is None
