// Catch2 in either version: 2.13 (Debian 12, one header) or 3.x (Debian 13, a library).
// Tests include this and nothing else of Catch2.
#pragma once

#if defined(NEEDLEWISE_CATCH_AMALGAMATED)
#include <catch_amalgamated.hpp>
using Catch::Approx;
#elif __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <catch2/matchers/catch_matchers_vector.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
