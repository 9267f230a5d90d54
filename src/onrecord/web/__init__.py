"""The reading room: the record in a browser, on the reader's own machine.

``create_app`` makes the application of a record, ``serve_on`` runs it. Nothing here is imported by
any other command, so that they start as fast as without it.
"""

from onrecord.web.app import create_app
from onrecord.web.serve import listen, serve_on
from onrecord.web.settings import Settings

__all__ = ["Settings", "create_app", "listen", "serve_on"]
