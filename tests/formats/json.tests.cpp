#include "formats/json.hpp"

#include "support/catch.hpp"

using namespace needlewise::formats;

namespace {

/// `code line:column pointer` of what is wrong with a text; empty if it is read.
std::string problem(std::string_view text) {
    auto const document = parse_json(text);
    if (document) {
        return {};
    }
    auto const& error = document.error();
    return error.code + " " + std::to_string(error.where.line) + ":" + std::to_string(error.where.column) + " " +
           error.where.pointer;
}

std::string place(JsonDocument const& document, JsonValue value) {
    auto const at = document.place_of(value);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + " " + at.pointer;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("A JSON document holds every kind of value in the order written") {
    auto const document =
        parse_json(R"( {"n":null,"t":true,"f":false,"i":-12,"d":1.5e2,"s":"a\u00e9\n","l":[1,[],{}],"o":{}} )");
    REQUIRE(document);
    auto const root = document->root();
    CHECK(root.kind() == JsonKind::Object);
    CHECK(root.size() == 8);
    CHECK(root.member("n").is(JsonKind::Null));
    CHECK(root.member("t").boolean());
    CHECK_FALSE(root.member("f").boolean());
    CHECK(root.member("i").integer() == -12);
    CHECK(root.member("i").number() == -12.0);
    CHECK(root.member("d").kind() == JsonKind::Number);
    CHECK(root.member("d").number() == 150.0);
    CHECK(root.member("d").raw() == "1.5e2");
    CHECK(root.member("s").text() == "a\xC3\xA9\n");
    CHECK(root.member("l").size() == 3);
    CHECK(root.member("o").size() == 0);
    std::string names;
    for (auto const member : root.members()) {
        names += member.name();
    }
    CHECK(names == "ntfidslo");
    std::size_t elements = 0;
    for (auto const element : root.member("l").elements()) {
        elements += element ? 1 : 0;
    }
    CHECK(elements == 3);
}

TEST_CASE("What is not in a document is absent, and so is all below it") {
    auto const document = parse_json(R"({"a":1})");
    REQUIRE(document);
    auto const absent = document->root().member("b");
    CHECK_FALSE(absent);
    CHECK_FALSE(absent.member("c"));
    CHECK(absent.size() == 0);
    CHECK(absent.text().empty());
    CHECK(absent.integer() == 0);
    for (auto const element : absent.elements()) {
        FAIL("an element of nothing at " << element.offset());
    }
    for (auto const member : document->root().member("a").members()) {
        FAIL("a member of a number: " << member.name());
    }
}

TEST_CASE("A whole number beyond 64 bits or with a point is a number, not an integer") {
    auto const document = parse_json("[9223372036854775807,9223372036854775808,3.0,1e2,-9223372036854775808]");
    REQUIRE(document);
    std::string kinds;
    for (auto const element : document->root().elements()) {
        kinds += element.is(JsonKind::Integer) ? 'i' : 'n';
    }
    CHECK(kinds == "innni");
}

TEST_CASE("Places count lines and characters from 1 and give the pointer") {
    auto const document = parse_json("{\n  \"a/b\": [1,\n    {\"~\": \"\xC3\xA9\xE2\x82\xAC\", \"x\": true}]}");
    REQUIRE(document);
    auto const list = document->root().member("a/b");
    CHECK(place(*document, document->root()) == "1:1 ");
    CHECK(place(*document, list) == "2:10 /a~1b");
    JsonValue object;
    for (auto const element : list.elements()) {
        object = element;
    }
    CHECK(place(*document, object) == "3:5 /a~1b/1");
    CHECK(place(*document, object.member("~")) == "3:11 /a~1b/1/~0");
    CHECK(place(*document, object.member("x")) == "3:22 /a~1b/1/x");
}

TEST_CASE("A key has a place of its own and the pointer of its value") {
    auto const document = parse_json(R"({"a": {"bc" : 1}})");
    REQUIRE(document);
    for (auto const member : document->root().member("a").members()) {
        CHECK(place(*document, member.key) == "1:8 /a/bc");
        CHECK(place(*document, member.value) == "1:15 /a/bc");
    }
}

TEST_CASE("A carriage return is white space, and escapes do not move later places") {
    auto const document = parse_json("{\r\n\"a\\\"\\\\\":\t\"\\u20ac\",\r\n\"b\":2}");
    REQUIRE(document);
    CHECK(document->root().member("a\"\\").text() == "\xE2\x82\xAC");
    CHECK(place(*document, document->root().member("b")) == "3:5 /b");
}

TEST_CASE("A byte order mark is skipped and counts for no column") {
    auto const document = parse_json("\xEF\xBB\xBF[1, 2]");
    REQUIRE(document);
    CHECK(document->root().size() == 2);
    CHECK(place(*document, document->root()) == "1:1 ");
    CHECK(problem("\xEF\xBB\xBF") == "json-empty 1:1 ");
    CHECK(problem("\xEF\xBB\xBF[1,]") == "json-syntax 1:4 /1");
}

TEST_CASE("Texts that are no JSON are refused with the place") {
    CHECK(problem("") == "json-empty 1:1 ");
    CHECK(problem(" \n\t ") == "json-empty 1:1 ");
    CHECK(problem("{") == "json-syntax 1:2 ");
    CHECK(problem("{\"a\":\n[1,\n2") == "json-syntax 3:2 /a/2");
    CHECK(problem("[1,]") == "json-syntax 1:4 /1");
    CHECK(problem("{\"a\" 1}") == "json-syntax 1:6 /a");
    CHECK(problem("[01]") == "json-syntax 1:3 /1");
    CHECK(problem("[1] [2]") == "json-syntax 1:5 ");
    CHECK(problem("nul") == "json-syntax 1:4 ");
    CHECK(problem("[tru]") == "json-syntax 1:5 /0");
    CHECK(problem("{\"a\": 'b'}") == "json-syntax 1:7 /a");
    CHECK(problem("{a: 1}") == "json-syntax 1:2 ");
    CHECK(problem("[NaN]") == "json-syntax 1:2 /0");
    CHECK(problem("[1e999]") == "json-syntax 1:2 /0");
    CHECK(problem("// no\n1") == "json-syntax 1:1 ");
    CHECK(problem("[\"a\nb\"]") == "json-syntax 1:4 /0");
    CHECK(problem("[\"a") == "json-syntax 1:4 /0");
    CHECK(problem("[\"\\x\"]") == "json-syntax 1:4 /0");
    CHECK(problem("[\"\\ud800\"]").substr(0, 12) == "json-syntax ");
    CHECK(problem(std::string_view{"[1]\0", 4}) == "json-syntax 1:4 ");
}

TEST_CASE("Bytes that are no UTF-8 are refused") {
    CHECK(problem("[\"\xFF\"]") == "json-utf8 1:3 /0");
    CHECK(problem("[\"\xC3\"]") == "json-utf8 1:4 /0");
    CHECK(problem("[\"\xED\xA0\x80\"]").substr(0, 9) == "json-utf8");
    CHECK(problem("[\"\xC0\xAF\"]").substr(0, 9) == "json-utf8");
}

TEST_CASE("A name given twice in one object is refused at the second") {
    CHECK(problem("{\"a\":1,\n \"a\":2}") == "json-duplicate-key 2:2 /a");
    CHECK(problem(R"([{"x":{"b":1,"c":2,"\u0062":3}}])") == "json-duplicate-key 1:20 /0/x/b");
    CHECK(problem(R"([{"a":1},{"a":1}])").empty());
    CHECK(problem(R"({"a":{"a":1},"A":2})").empty());
}

TEST_CASE("64 levels are read, 65 are refused") {
    CHECK(problem(nested(64)).empty());
    CHECK(problem(nested(65)).substr(0, 15) == "json-depth 1:65");
    CHECK(problem(std::string(1000000, '[')).substr(0, 15) == "json-depth 1:65");
    CHECK(problem("{\"a\":" + nested(64) + "}").substr(0, 10) == "json-depth");
}

TEST_CASE("4 MiB are read, one byte more is refused") {
    std::string const most = "\"" + std::string(4u * 1024 * 1024 - 2, 'a') + "\"";
    CHECK(problem(most).empty());
    CHECK(problem(most + " ") == "json-size 1:1 ");
}

TEST_CASE("A document may be moved; its values stay") {
    auto read = parse_json(R"({"a":"b"})");
    REQUIRE(read);
    auto const value = read->root().member("a");
    JsonDocument const moved = std::move(*read);
    CHECK(value.text() == "b");
    CHECK(place(moved, value) == "1:6 /a");
}

TEST_CASE("A million values take no deep recursion") {
    std::string text = "[";
    for (int i = 0; i < 1000000; ++i) {
        text += "1,";
    }
    text += "1]";
    auto const document = parse_json(text);
    REQUIRE(document);
    CHECK(document->root().size() == 1000001);
}
