"""The application pages as a technician uses them: save, copy the id and secret, tick scopes.

What was copied is gone when the program ends. Then an id that is known from elsewhere (the wizard
has it) still names the application, and a lost secret is replaced by a new one, as in HaloPSA.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec.structs import replace

from wizard.practice.model import Application
from wizard.practice.world import World
from wizard.secret import Secret


class Clipboard:
    """What one technician copied from application pages, by a name of its own for each."""

    def __init__(self, world: World, known: Callable[[str], str | None]) -> None:
        """`known` gives the client id that is known from elsewhere for a name, None for none."""
        self._world = world
        self._known = known
        self._copied: dict[str, tuple[str, Secret]] = {}

    def put(self, key: str, client_id: str, secret: Secret) -> None:
        """Keep an id and secret."""
        self._copied[key] = (client_id, secret)

    def get(self, key: str) -> tuple[str, Secret] | None:
        """Give the id and secret back."""
        return self._copied.get(key)

    def save(self, key: str, page: Application) -> None:
        """Save an application page and copy its id and secret; save again what was made before.

        An application of this name from an earlier setup gets a new secret: its own is lost.
        """
        mine = self._application(key)
        existing = mine or self._world.state.application_named(page.name)
        if existing is None:
            draft = self._world.draft_application()
            self.put(key, self._world.save_draft(draft, page).client_id, draft.secret)
            return
        kept = replace(
            page,
            id=existing.id,
            client_id=existing.client_id,
            scopes=existing.scopes,
            secret=existing.secret,
        )
        self._world.put_application(kept)
        if mine is None:
            secret = self._world.regenerate_secret(existing.id)
            self._world.forget_shown()
            self.put(key, existing.client_id, secret)

    def renew(self, key: str) -> None:
        """Generate a new secret where the application is known and its secret is not."""
        existing = self._application(key)
        if existing is not None and key not in self._copied:
            secret = self._world.regenerate_secret(existing.id)
            self._world.forget_shown()
            self.put(key, existing.client_id, secret)

    def tick(self, key: str, scopes: Collection[str]) -> None:
        """Save the Permissions tab of the application behind the copied id, if there is one."""
        application = self._application(key)
        if application:
            self._world.put_application(replace(application, scopes=tuple(scopes)))

    def _application(self, key: str) -> Application | None:
        copied = self._copied.get(key)
        client_id = copied[0] if copied else self._known(key)
        return self._world.state.client(client_id) if client_id else None
