#pragma once

#include <string>
#include <utility>
#include <variant>

namespace needlewise::core {

/// A place in a text. Lines and columns count from 1, columns in characters (Unicode code points); line 0: no place.
struct Place {
    std::string file;
    unsigned line = 0;
    unsigned column = 0;
    /// JSON pointer (RFC 6901); empty is the whole document.
    std::string pointer;

    bool operator==(Place const&) const = default;
};

/// Why something could not be done: a short stable code for programs, a sentence for people, and where.
struct Error {
    std::string code;
    std::string message;
    Place where;

    bool operator==(Error const&) const = default;
};

/// A value or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : state_{std::in_place_index<1>, std::move(error)} {}

    explicit operator bool() const { return state_.index() == 0; }
    T& value() { return *std::get_if<0>(&state_); }
    T const& value() const { return *std::get_if<0>(&state_); }
    T& operator*() { return value(); }
    T const& operator*() const { return value(); }
    T* operator->() { return &value(); }
    T const* operator->() const { return &value(); }
    core::Error& error() { return *std::get_if<1>(&state_); }
    core::Error const& error() const { return *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

}  // namespace needlewise::core
