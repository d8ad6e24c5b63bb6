"""The one error of these scripts: something has to be done by hand first."""


class StopError(Exception):
    """Nothing more can be done here; the text tells a person what to do."""
