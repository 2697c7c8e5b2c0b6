"""What a folder holds that commands publish in, held against what they write where nothing disturbs them."""

import hashlib
import json
import os

MANIFEST = "manifest.json"


class Broken(Exception):
    """A promise that was not kept."""


def content(path):
    with open(path, "rb") as file:
        return file.read()


class Folder:
    """A folder, the runs that may stand in it, and the files of others."""

    def __init__(self, path, runs, foreign):
        self.path = path
        # By name of the run: the bytes of each file but the manifest.
        self.runs = runs
        self.foreign = foreign

    def names(self):
        return sorted(os.listdir(self.path)) if os.path.isdir(self.path) else []

    def state(self):
        """The run that stands there whole; None where there is no folder, 'torn' where there is no manifest."""
        if not os.path.isdir(self.path):
            return None
        for name, bytes_ in self.foreign.items():
            if not os.path.exists(f"{self.path}/{name}") or content(f"{self.path}/{name}") != bytes_:
                raise Broken(f"{name}, a file of others, is not as it was")
        if not os.path.exists(f"{self.path}/{MANIFEST}"):
            return "torn" if set(self.names()) - set(self.foreign) else None
        try:
            outputs = json.loads(content(f"{self.path}/{MANIFEST}"))["outputs"]
        except (ValueError, KeyError) as error:
            raise Broken(f"the manifest is not whole: {error}")
        found = {}
        for output in outputs:
            path = f"{self.path}/{output['name']}"
            if not os.path.exists(path):
                raise Broken(f"{output['name']} is listed and lacks")
            bytes_ = content(path)
            if len(bytes_) != output["bytes"] or hashlib.sha256(bytes_).hexdigest() != output["sha256"]:
                raise Broken(f"{output['name']} is not as the manifest says")
            found[output["name"]] = bytes_
        for name, files in self.runs.items():
            if files == found:
                return name
        raise Broken(f"a mixture is taken for whole: {sorted(found)}")

    def require_clean(self, run):
        """Nothing but one run and the files of others: in the folder, and beside it nothing at all."""
        if self.state() != run:
            raise Broken(f"holds {self.state()}, not {run}")
        extra = set(self.names()) - set(self.runs[run]) - set(self.foreign) - {MANIFEST}
        if extra:
            raise Broken(f"left in the folder: {sorted(extra)}")
        parent = os.path.dirname(self.path)
        beside = set(os.listdir(parent)) - {os.path.basename(self.path)}
        if beside:
            raise Broken(f"left beside the folder: {sorted(beside)}")
