#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace needlewise::formats {

using core::Error;
using core::Place;
using core::Result;

enum class JsonKind : std::uint8_t { Null, Boolean, Integer, Number, String, Array, Object };

/// "a text", "a list" …: what a kind is called in messages.
char const* name_of(JsonKind kind);

struct JsonStorage;
class JsonElements;
class JsonMembers;

/// A value of a JsonDocument, which must outlive it. Cheap to copy. A default one is absent: it has no kind, and every
/// look-up in it gives absent again.
class JsonValue {
public:
    JsonValue() = default;
    JsonValue(JsonStorage const& storage, std::uint32_t index) : storage_{&storage}, index_{index} {}

    explicit operator bool() const { return storage_ != nullptr; }
    JsonKind kind() const;
    bool is(JsonKind kind) const { return storage_ != nullptr && this->kind() == kind; }

    bool boolean() const;           ///< of a Boolean; else false
    std::int64_t integer() const;   ///< of an Integer; else 0
    double number() const;          ///< of an Integer or Number; else 0
    std::string_view text() const;  ///< of a String, decoded; else empty
    std::string_view raw() const;   ///< of anything but arrays and objects: as written

    std::size_t size() const;  ///< elements of an Array, members of an Object; else 0
    /// The member of that name; absent if there is none or this is no object.
    JsonValue member(std::string_view name) const;
    JsonElements elements() const;  ///< of an Array; else none
    JsonMembers members() const;    ///< of an Object, in the order written; else none

    /// Byte where it begins.
    std::size_t offset() const;
    std::uint32_t index() const { return index_; }

private:
    JsonStorage const* storage_ = nullptr;
    std::uint32_t index_ = 0;
};

struct JsonMember {
    JsonValue key;  // a String
    JsonValue value;
    std::string_view name() const { return key.text(); }
};

class JsonElements {
public:
    class Iterator {
    public:
        Iterator(JsonStorage const* storage, std::uint32_t index) : storage_{storage}, index_{index} {}
        JsonValue operator*() const { return JsonValue{*storage_, index_}; }
        Iterator& operator++();
        bool operator!=(Iterator other) const { return index_ != other.index_; }

    private:
        JsonStorage const* storage_;
        std::uint32_t index_;
    };
    JsonElements(JsonStorage const* storage, std::uint32_t first, std::uint32_t end)
        : storage_{storage}, first_{first}, end_{end} {}
    Iterator begin() const { return {storage_, first_}; }
    Iterator end() const { return {storage_, end_}; }

private:
    JsonStorage const* storage_;
    std::uint32_t first_;
    std::uint32_t end_;
};

class JsonMembers {
public:
    class Iterator {
    public:
        Iterator(JsonStorage const* storage, std::uint32_t index) : storage_{storage}, index_{index} {}
        JsonMember operator*() const { return {JsonValue{*storage_, index_}, JsonValue{*storage_, index_ + 1}}; }
        Iterator& operator++();
        bool operator!=(Iterator other) const { return index_ != other.index_; }

    private:
        JsonStorage const* storage_;
        std::uint32_t index_;
    };
    JsonMembers(JsonStorage const* storage, std::uint32_t first, std::uint32_t end)
        : storage_{storage}, first_{first}, end_{end} {}
    Iterator begin() const { return {storage_, first_}; }
    Iterator end() const { return {storage_, end_}; }

private:
    JsonStorage const* storage_;
    std::uint32_t first_;
    std::uint32_t end_;
};

/// A JSON text with its values. May be moved; values stay valid.
class JsonDocument {
public:
    explicit JsonDocument(std::unique_ptr<JsonStorage> storage);
    JsonDocument(JsonDocument&&) noexcept;
    JsonDocument& operator=(JsonDocument&&) noexcept;
    ~JsonDocument();

    JsonValue root() const;
    /// Line, column and JSON pointer of a value; `file` is left to the caller.
    Place place_of(JsonValue value) const;

private:
    std::unique_ptr<JsonStorage> storage_;
};

constexpr std::size_t json_size_limit = 4u * 1024u * 1024u;
constexpr std::size_t json_depth_limit = 64;

/// Reads one JSON text (RFC 8259, UTF-8; a byte order mark at the start is skipped).
/// Error codes: json-empty, json-size, json-syntax, json-utf8, json-depth, json-duplicate-key.
Result<JsonDocument> parse_json(std::string_view text);

}  // namespace needlewise::formats
