"""The folder of temporary files that nobody but the user can write to: where code may be kept that is run as it is."""

import os
import stat
import tempfile
from pathlib import Path

_OURS_ALONE = 0o700


def own_folder() -> Path | None:
    """The folder, made where there is none; None where there is no place for one that is safe.

    A folder that is there already counts only as it would have been made: a real one, of this user, closed to others.
    """
    shared = Path(tempfile.gettempdir())
    if os.name == "nt":
        # There each user has temporary files apart.
        return shared
    try:
        if shared.samefile(Path.cwd()):
            # Python takes the folder it runs in where it finds no other; that may be a repository of somebody else's.
            return None
        folder = shared / f"roi-{os.getuid()}"
        folder.mkdir(mode=_OURS_ALONE, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    is_closed = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == _OURS_ALONE
    return folder if is_closed and found.st_uid == os.getuid() else None
