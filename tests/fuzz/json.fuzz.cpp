// Whatever bytes come: they are read or refused with a place in them; and what was read, written and read again gives
// the same text.
#include "formats/json.hpp"
#include "formats/json_writer.hpp"

#include <cstdint>
#include <cstdlib>

using namespace needlewise::formats;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void write(JsonWriter& json, JsonValue value) {
    switch (value.kind()) {
        case JsonKind::Null: json.null(); break;
        case JsonKind::Boolean: json.boolean(value.boolean()); break;
        case JsonKind::Integer: json.integer(value.integer()); break;
        case JsonKind::Number: json.number(value.number()); break;
        case JsonKind::String: json.string(value.text()); break;
        case JsonKind::Array:
            json.begin_array();
            for (auto const element : value.elements()) {
                write(json, element);
            }
            json.end_array();
            break;
        case JsonKind::Object:
            json.begin_object();
            for (auto const member : value.members()) {
                require(value.member(member.name()).index() == member.value.index());
                json.key(member.name());
                write(json, member.value);
            }
            json.end_object();
            break;
    }
}

void check_places(JsonDocument const& document, JsonValue value) {
    auto const place = document.place_of(value);
    require(place.line > 0 && place.column > 0);
    std::size_t left = 20;  // places are found from the start each time
    for (auto const element : value.elements()) {
        if (left-- == 0) {
            return;
        }
        check_places(document, element);
    }
    for (auto const member : value.members()) {
        if (left-- == 0) {
            return;
        }
        check_places(document, member.value);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const document = parse_json(text);
    if (!document) {
        require(!document.error().code.empty() && !document.error().message.empty());
        require(document.error().where.line > 0 && document.error().where.column > 0);
        return 0;
    }
    if (size < 4096) {
        check_places(*document, document->root());
    }
    JsonWriter json;
    write(json, document->root());
    auto const written = json.take();
    auto const again = parse_json(written);
    if (!again) {
        require(again.error().code == "json-size");  // escapes may be longer than what they stand for
        return 0;
    }
    write(json, again->root());
    require(json.take() == written);
    return 0;
}
