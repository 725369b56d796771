#pragma once

// The one place that knows which Catch2 it is: what versions 2 and 3 share is what tests use.
#include <catch2/catch.hpp>
