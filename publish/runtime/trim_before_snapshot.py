"""Runs inside Pyodide before the snapshot is taken: drops what the browser would not use."""

import gc
import linecache
import re
import sys
import zipimport

for importer in list(sys.path_importer_cache.values()):
    if isinstance(importer, zipimport.zipimporter):
        importer.invalidate_caches()
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
linecache.clearcache()
re.purge()
gc.collect()
gc.freeze()  # what is here stays: later collections need not look at it

if "random" in sys.modules:
    sys.modules["random"].seed(0)
