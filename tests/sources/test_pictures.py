"""The pictures beside records."""

from roi_plugin.sources.pictures import pictures


def test_pictures_are_found_in_every_folder_and_nothing_else_is(tmp_path):
    for name in ("b.png", "in/a.SVG", "in/x.html", "0001-a.md", ".hidden.png", ".git/c.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (tmp_path / "in/running.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    assert pictures(tmp_path) == ("b.png", "in/a.SVG")


def test_what_a_link_leads_to_is_left_out(tmp_path):
    outside, root = tmp_path / "outside", tmp_path / "records"
    outside.mkdir()
    root.mkdir()
    (outside / "a.png").write_bytes(b"x")
    (root / "a.png").symlink_to(outside / "a.png")
    (root / "linked").symlink_to(outside)
    assert pictures(root) == ()
