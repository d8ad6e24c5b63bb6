"""The flow of a setup: steps as data, navigation, saved state. No Qt and no HTTP in here."""
