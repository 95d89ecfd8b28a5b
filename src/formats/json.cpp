#include "formats/json.hpp"

#include "formats/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>  // before nlohmann, which is to find another strtod
#include <cstring>
#include <vector>

// nlohmann's reader turns each number into a double by std::strtod (see decimal.hpp). Its result is not used here:
// numbers are read from the text. So it gets a function that only says where the number ends.
namespace std {
// NOLINTNEXTLINE(bugprone-std-namespace-modification, cert-dcl58-cpp)
inline double needlewise_skip_number(char const* text, char** end) {
    *end = const_cast<char*>(text) + strlen(text);
    return 0;
}
// It names a control character in its messages by printf, which is a hundredth of the page.
// NOLINTNEXTLINE(bugprone-std-namespace-modification, cert-dcl58-cpp)
inline int needlewise_name_byte(char* text, size_t size, char const*, unsigned char byte) {
    constexpr char digits[] = "0123456789ABCDEF";
    constexpr char form[] = "<U+00xx>";
    if (size < sizeof form) return 0;
    memcpy(text, form, sizeof form);
    text[5] = digits[byte >> 4];
    text[6] = digits[byte & 15];
    return sizeof form - 1;
}
template <typename... Rest>
int needlewise_name_byte(char*, size_t, char const*, Rest...) {  // of its writer, which nobody uses
    return 0;
}
}  // namespace std
#define strtod needlewise_skip_number
#define snprintf needlewise_name_byte
#include <nlohmann/json.hpp>
#undef snprintf
#undef strtod

namespace needlewise::formats {

namespace {

constexpr std::uint32_t not_decoded = 0xFFFFFFFFu;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A scalar, or a container followed by its content; an object's content alternates keys and values.
struct Node {
    std::uint32_t offset = 0;
    std::uint32_t end = 0;    // scalar: byte after it; container: node after its content
    std::uint32_t extra = 0;  // container: how many; string: position in `decoded`, or not_decoded
    JsonKind kind = JsonKind::Null;
};

bool is_container(JsonKind kind) { return kind == JsonKind::Array || kind == JsonKind::Object; }

bool is_between_tokens(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':'; }

}  // namespace

struct JsonStorage {
    std::string text;
    std::vector<Node> nodes;
    std::vector<std::string> decoded;

    std::uint32_t after(std::uint32_t index) const {
        return is_container(nodes[index].kind) ? nodes[index].end : index + 1;
    }
    std::string_view string_at(std::uint32_t index) const {
        Node const& node = nodes[index];
        if (node.extra != not_decoded) {
            return decoded[node.extra];
        }
        return std::string_view{text}.substr(node.offset + 1, node.end - node.offset - 2);
    }
};

namespace {

void place_in(std::string_view text, std::size_t offset, Place& place) {
    std::size_t begin = text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
    place.line = 1;
    place.column = 1;
    for (std::size_t at = begin; at < offset && at < text.size(); ++at) {
        if (text[at] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u) {
            ++place.column;  // not for the later bytes of a character
        }
    }
}

void append_pointer(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

/// Builds the nodes from nlohmann's events. Those carry no positions: each token is found again in the text, which
/// between two tokens holds nothing but white space, commas and colons.
class Builder {
public:
    explicit Builder(JsonStorage& storage) : storage_{storage} {
        if (storage.text.compare(0, byte_order_mark.size(), byte_order_mark) == 0) {
            position_ = byte_order_mark.size();
        }
    }

    std::optional<Error> error;

    /// To be called when the reader is through: it takes a zero byte for the end, whatever follows.
    void check_end() {
        skip_to_token();
        if (position_ < storage_.text.size()) {
            fail("json-syntax", "this is not JSON: something follows its end", position_);
        }
    }

    bool null() { return scalar(JsonKind::Null, 4); }
    bool boolean(bool value) { return scalar(JsonKind::Boolean, value ? 4 : 5); }
    bool number_integer(std::int64_t) { return number(JsonKind::Integer); }
    bool number_unsigned(std::uint64_t value) {
        return number(value <= static_cast<std::uint64_t>(INT64_MAX) ? JsonKind::Integer : JsonKind::Number);
    }
    bool number_float(double, std::string const& text) {
        skip_to_token();
        return std::isfinite(read_decimal(text)) ? number(JsonKind::Number)
                                                 : fail("json-syntax", "this number is too large", position_);
    }
    bool string(std::string& value) {
        count_element();
        add_string(value);
        return true;
    }
    bool binary(nlohmann::json::binary_t&) { return true; }
    bool key(std::string& value) {
        open_.back().key = add_string(value);
        ++storage_.nodes[open_.back().node].extra;
        return true;
    }
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_object() { return no_duplicates(open_.back().node) && close(); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, std::string const&, nlohmann::json::exception const& exception) {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing value - WHAT;
        // last read: …; expected …"
        std::string_view what = exception.what();
        if (auto const dash = what.find(" - "); dash != std::string_view::npos) {
            what.remove_prefix(dash + 3);
        }
        bool const at_token = what.substr(0, 10) == "unexpected";
        what = what.substr(0, what.find("; last read"));
        skip_to_token();
        std::size_t const size = storage_.text.size();
        std::size_t const at = at_token || position == 0 ? position_ : std::min(position - 1, size);
        if (at >= size) {
            fail("json-syntax", "the text ends too early", size);
        } else if (what.find("UTF-8") != std::string_view::npos) {
            fail("json-utf8", "this is not valid UTF-8", at);
        } else {
            fail("json-syntax", "this is not JSON: " + std::string{what.substr(0, 120)}, at);
        }
        return false;
    }

private:
    struct Open {
        std::uint32_t node = 0;
        std::uint32_t key = 0;
    };

    void skip_to_token() {
        while (position_ < storage_.text.size() && is_between_tokens(storage_.text[position_])) {
            ++position_;
        }
    }

    void count_element() {
        if (!open_.empty() && storage_.nodes[open_.back().node].kind == JsonKind::Array) {
            ++storage_.nodes[open_.back().node].extra;
        }
    }

    std::uint32_t add(JsonKind kind, std::size_t end) {
        Node node;
        node.kind = kind;
        node.offset = static_cast<std::uint32_t>(position_);
        node.end = static_cast<std::uint32_t>(end);
        storage_.nodes.push_back(node);
        position_ = end;
        return static_cast<std::uint32_t>(storage_.nodes.size() - 1);
    }

    bool scalar(JsonKind kind, std::size_t length) {
        count_element();
        skip_to_token();
        add(kind, position_ + length);
        return true;
    }

    bool number(JsonKind kind) {
        skip_to_token();
        std::string const& text = storage_.text;
        std::size_t end = position_ + (text[position_] == '-' ? 1 : 0);
        end = text[end] == '0' ? end + 1 : after_digits(end);
        if (text[end] == '.') {
            end = after_digits(end + 1);
        }
        if (text[end] == 'e' || text[end] == 'E') {
            bool const sign = text[end + 1] == '-' || text[end + 1] == '+';
            end = after_digits(end + (sign ? 2 : 1));
        }
        return scalar(kind, end - position_);
    }

    /// The text ends with a zero byte, which is no digit.
    std::size_t after_digits(std::size_t at) const {
        while (storage_.text[at] >= '0' && storage_.text[at] <= '9') {
            ++at;
        }
        return at;
    }

    std::uint32_t add_string(std::string& value) {
        skip_to_token();
        std::string const& text = storage_.text;
        std::size_t end = position_ + 1;
        bool escaped = false;
        while (end < text.size() && text[end] != '"') {
            if (text[end] == '\\') {
                escaped = true;
                ++end;
            }
            ++end;
        }
        std::uint32_t const index = add(JsonKind::String, end + 1);
        storage_.nodes[index].extra = not_decoded;
        if (escaped) {
            storage_.nodes[index].extra = static_cast<std::uint32_t>(storage_.decoded.size());
            storage_.decoded.push_back(std::move(value));
        }
        return index;
    }

    bool open(JsonKind kind) {
        skip_to_token();
        if (open_.size() == json_depth_limit) {
            return fail("json-depth", "nested more than 64 deep", position_);
        }
        count_element();
        std::uint32_t const node = add(kind, position_ + 1);
        open_.push_back({node, 0});
        return true;
    }

    bool close() {
        skip_to_token();
        ++position_;
        storage_.nodes[open_.back().node].end = static_cast<std::uint32_t>(storage_.nodes.size());
        open_.pop_back();
        return true;
    }

    /// RFC 8259 leaves duplicate names open; readers then disagree about the value, which no health answer may hang on.
    bool no_duplicates(std::uint32_t object) {
        if (storage_.nodes[object].extra < 2) {
            return true;
        }
        keys_.clear();
        auto const end = static_cast<std::uint32_t>(storage_.nodes.size());
        for (std::uint32_t key = object + 1; key < end; key = storage_.after(key + 1)) {
            keys_.emplace_back(storage_.string_at(key), key);
        }
        std::sort(keys_.begin(), keys_.end());
        for (std::size_t i = 1; i < keys_.size(); ++i) {
            if (keys_[i - 1].first == keys_[i].first) {
                open_.back().key = keys_[i].second;
                return fail(
                    "json-duplicate-key",
                    "the name \"" + std::string{keys_[i].first.substr(0, 80)} + "\" is given twice in one object",
                    storage_.nodes[keys_[i].second].offset);
            }
        }
        return true;
    }

    bool fail(char const* code, std::string message, std::size_t offset) {
        if (!error) {
            error.emplace();
            error->code = code;
            error->message = std::move(message);
            place_in(storage_.text, offset, error->where);
            for (Open const& open : open_) {
                Node const& node = storage_.nodes[open.node];
                if (node.kind == JsonKind::Array) {
                    bool const inside = open.node != open_.back().node;
                    append_pointer(error->where.pointer, std::to_string(inside ? node.extra - 1 : node.extra));
                } else if (open.key != 0) {
                    append_pointer(error->where.pointer, storage_.string_at(open.key));
                }
            }
        }
        return false;
    }

    JsonStorage& storage_;
    std::size_t position_ = 0;
    std::vector<Open> open_;
    std::vector<std::pair<std::string_view, std::uint32_t>> keys_;
};

Error whole_text(char const* code, char const* message) { return Error{code, message, Place{{}, 1, 1, {}}}; }

}  // namespace

Result<JsonDocument> parse_json(std::string_view text) {
    if (text.size() > json_size_limit) {
        return whole_text("json-size", "larger than 4 MiB");
    }
    auto storage = std::make_unique<JsonStorage>();
    storage->text = text;
    Builder builder{*storage};
    std::string_view content = text;
    if (content.substr(0, byte_order_mark.size()) == byte_order_mark) {
        content.remove_prefix(byte_order_mark.size());
    }
    if (content.find_first_not_of(" \n\r\t") == std::string_view::npos) {
        return whole_text("json-empty", "there is no JSON here");
    }
    storage->nodes.reserve(text.size() / 16 + 4);
    bool const read =
        nlohmann::json::sax_parse(storage->text.data(), storage->text.data() + storage->text.size(), &builder);
    if (read && !builder.error) {
        builder.check_end();
    }
    if (builder.error) {
        return std::move(*builder.error);
    }
    if (!read) {
        return whole_text("json-syntax", "this is not JSON");
    }
    return JsonDocument{std::move(storage)};
}

JsonDocument::JsonDocument(std::unique_ptr<JsonStorage> storage) : storage_{std::move(storage)} {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

JsonValue JsonDocument::root() const { return JsonValue{*storage_, 0}; }

Place JsonDocument::place_of(JsonValue value) const {
    Place place;
    if (!value) {
        return place;
    }
    place_in(storage_->text, value.offset(), place);
    std::uint32_t const wanted = value.index();
    std::uint32_t at = 0;
    while (at != wanted) {
        bool const object = storage_->nodes[at].kind == JsonKind::Object;
        std::uint32_t child = at + 1;
        std::uint32_t number = 0;
        while (true) {
            std::uint32_t const content = object ? child + 1 : child;
            std::uint32_t const next = storage_->after(content);
            if (wanted < next) {
                append_pointer(place.pointer,
                               object ? std::string{storage_->string_at(child)} : std::to_string(number));
                at = wanted == child ? wanted : content;  // a key's place is that of its value
                break;
            }
            child = next;
            ++number;
        }
    }
    return place;
}

JsonKind JsonValue::kind() const { return storage_->nodes[index_].kind; }

bool JsonValue::boolean() const { return is(JsonKind::Boolean) && storage_->text[offset()] == 't'; }

std::int64_t JsonValue::integer() const {
    std::int64_t value = 0;
    if (is(JsonKind::Integer)) {
        std::string_view const digits = raw();
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    }
    return value;
}

double JsonValue::number() const { return is(JsonKind::Integer) || is(JsonKind::Number) ? read_decimal(raw()) : 0; }

std::string_view JsonValue::text() const {
    return is(JsonKind::String) ? storage_->string_at(index_) : std::string_view{};
}

std::string_view JsonValue::raw() const {
    if (!storage_ || is_container(kind())) {
        return {};
    }
    Node const& node = storage_->nodes[index_];
    return std::string_view{storage_->text}.substr(node.offset, node.end - node.offset);
}

std::size_t JsonValue::size() const { return storage_ && is_container(kind()) ? storage_->nodes[index_].extra : 0; }

std::size_t JsonValue::offset() const { return storage_ ? storage_->nodes[index_].offset : 0; }

JsonValue JsonValue::member(std::string_view name) const {
    if (is(JsonKind::Object)) {
        std::uint32_t const end = storage_->nodes[index_].end;
        for (std::uint32_t key = index_ + 1; key < end; key = storage_->after(key + 1)) {
            if (storage_->string_at(key) == name) {
                return JsonValue{*storage_, key + 1};
            }
        }
    }
    return {};
}

JsonElements JsonValue::elements() const {
    bool const array = is(JsonKind::Array);
    return {storage_, array ? index_ + 1 : 0, array ? storage_->nodes[index_].end : 0};
}

JsonMembers JsonValue::members() const {
    bool const object = is(JsonKind::Object);
    return {storage_, object ? index_ + 1 : 0, object ? storage_->nodes[index_].end : 0};
}

JsonElements::Iterator& JsonElements::Iterator::operator++() {
    index_ = storage_->after(index_);
    return *this;
}

JsonMembers::Iterator& JsonMembers::Iterator::operator++() {
    index_ = storage_->after(index_ + 1);
    return *this;
}

char const* name_of(JsonKind kind) {
    switch (kind) {
        case JsonKind::Null: return "null";
        case JsonKind::Boolean: return "true or false";
        case JsonKind::Integer: return "a whole number";
        case JsonKind::Number: return "a number";
        case JsonKind::String: return "a text";
        case JsonKind::Array: return "a list";
        case JsonKind::Object: break;
    }
    return "an object";
}

}  // namespace needlewise::formats
