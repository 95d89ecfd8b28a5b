#include "formats/json_writer.hpp"

#include "formats/utf8.hpp"
#include "support/catch.hpp"

#include <limits>

using namespace needlewise::formats;

namespace {
std::string quoted(std::string_view text) {
    JsonWriter json;
    json.string(text);
    return json.take();
}
std::string written(double value) {
    JsonWriter json;
    json.number(value);
    return json.take();
}
void write_sample(JsonWriter& json) {
    json.begin_object();
    json.key("a");
    json.integer(-3);
    json.key("list");
    json.begin_array();
    json.boolean(true);
    json.null();
    json.begin_object();
    json.end_object();
    json.end_array();
    json.key("none");
    json.begin_array();
    json.end_array();
    json.end_object();
}
}  // namespace

TEST_CASE("JSON is written in the order of the calls, without spaces") {
    JsonWriter json;
    write_sample(json);
    CHECK(json.take() == R"({"a":-3,"list":[true,null,{}],"none":[]})");
    CHECK(json.take().empty());
}

TEST_CASE("pretty JSON has a line a value and two spaces a level") {
    JsonWriter json{JsonLayout::Pretty};
    write_sample(json);
    CHECK(json.take() == "{\n  \"a\": -3,\n  \"list\": [\n    true,\n    null,\n    {}\n  ],\n  \"none\": []\n}");
}

TEST_CASE("JSON strings escape what must be escaped and nothing else") {
    CHECK(quoted("a\"b\\c/d") == R"("a\"b\\c/d")");
    CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(quoted(std::string_view{"\0\x1f\x7f", 3}) == "\"\\u0000\\u001f\x7f\"");
    CHECK(quoted("\xC3\xBC \xE2\x82\xAC \xF0\x9F\x98\x80") == "\"\xC3\xBC \xE2\x82\xAC \xF0\x9F\x98\x80\"");
}

TEST_CASE("JSON strings replace bytes that are not UTF-8") {
    CHECK(quoted("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
    CHECK(quoted("\xC3") == "\"\xEF\xBF\xBD\"");
    CHECK(quoted("\xC0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    CHECK(quoted("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    CHECK(quoted("\xF4\x90\x80\x80x") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx\"");
    CHECK(valid_utf8("\xE2\x82") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("JSON numbers take their shortest form, and null where JSON has none") {
    CHECK(written(0.1) == "0.1");
    CHECK(written(2) == "2");
    CHECK(written(1.0 / 3) == "0.3333333333333333");
    CHECK(written(0.1 + 0.2) == "0.30000000000000004");
    CHECK(written(std::numeric_limits<double>::infinity()) == "null");
    CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
}
