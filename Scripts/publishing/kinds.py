"""Each kind of thing that may stand where a command is to write: what it says, and what stands there afterwards."""

import os
import subprocess

from folder import Broken, Folder, content

PUBLISHED, REFUSED = 0, 73


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def absent(base):
    return f"{base}/absent/below"


def present(base):
    os.makedirs(f"{base}/present")
    return f"{base}/present"


def link(base):
    os.makedirs(f"{base}/real")
    os.symlink("real", f"{base}/link")
    return f"{base}/link"


def broken_link(base):
    os.symlink("nowhere", f"{base}/broken")
    return f"{base}/broken"


def file(base):
    with open(f"{base}/file", "w") as taken:
        taken.write("mine")
    return f"{base}/file"


def pipe(base):
    os.mkfifo(f"{base}/pipe")
    return f"{base}/pipe"


def device(base):
    return "/dev/null"


def below_a_file(base):
    file(base)
    return f"{base}/file/below"


def mount_point(base):
    os.makedirs(f"{base}/mounted")
    mount("-t", "tmpfs", "tmpfs", f"{base}/mounted")
    return f"{base}/mounted"


def read_only_parent(base):
    """A folder that can be written to, in one that cannot."""
    mount("-t", "tmpfs", "tmpfs", base)
    os.makedirs(f"{base}/mounted")
    mount("-t", "tmpfs", "tmpfs", f"{base}/mounted")
    mount("-o", "remount,ro", base)
    return f"{base}/mounted"


def read_only(base):
    mount("-t", "tmpfs", "-o", "ro", "tmpfs", base)
    return f"{base}/out"


def full_disk(base):
    mount("-t", "tmpfs", "-o", "size=12k", "tmpfs", base)
    return f"{base}/out"


WITHOUT_MOUNTS = [
    (absent, PUBLISHED), (present, PUBLISHED), (link, PUBLISHED), (broken_link, REFUSED), (file, REFUSED),
    (pipe, REFUSED), (device, REFUSED), (below_a_file, REFUSED),
]
WITH_MOUNTS = [(mount_point, PUBLISHED), (read_only_parent, PUBLISHED), (read_only, REFUSED), (full_disk, REFUSED)]


def try_kinds(trials, mounts):
    """Publishes twice at each kind of place, and prints what came of it."""
    for make, expected in WITHOUT_MOUNTS + (WITH_MOUNTS if mounts else []):
        base = f"{trials.work}/kinds/{make.__name__}"
        os.makedirs(base)
        out = make(base)
        for name in trials.commands:
            before = sorted(os.listdir(base))
            process = trials.run(name, out)
            what = f"--out onto {make.__name__.replace('_', ' ')}"
            trials.require(process, expected, what)
            if expected == PUBLISHED:
                real = os.path.realpath(out)
                if Folder(real, trials.runs, {}).state() != name or set(os.listdir(real)) - {"manifest.json"} != set(
                    trials.runs[name]
                ):
                    raise Broken(f"{what}: {sorted(os.listdir(real))}")
            elif sorted(os.listdir(base)) != before:
                raise Broken(f"{what}: left {sorted(os.listdir(base))}")
        word = "published" if expected == PUBLISHED else process.words.decode().strip().split(": ")[-1]
        print(f"  {make.__name__.replace('_', ' ')}: {expected}, {word}", flush=True)
    if content(f"{trials.work}/kinds/file/file") != b"mine":
        raise Broken("a file was written over")
    # The last mounted goes first.
    with open("/proc/self/mounts") as mounts_:
        places = [line.split()[1] for line in mounts_ if f"{trials.work}/kinds" in line]
    for place in reversed(places):
        subprocess.run(["umount", place], check=True)
