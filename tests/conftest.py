"""Settings for all tests: windows are painted off screen, random examples are the same on every machine in CI."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
# A mutant is caught by the first example that fails; what the smallest one is does not matter.
settings.register_profile(
    "mutation",
    deadline=None,
    derandomize=True,
    max_examples=60,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
    database=None,
)
settings.load_profile(
    "mutation" if "MUTANT_UNDER_TEST" in os.environ else "ci" if os.environ.get("CI") else "here"
)
