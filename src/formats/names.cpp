#include "formats/names.hpp"

namespace needlewise::formats {

std::string_view name_of(core::Outcome outcome) {
    switch (outcome) {
        case core::Outcome::Clear: return "clear";
        case core::Outcome::Prepare: return "prepare";
        case core::Outcome::Mention: return "mention";
        case core::Outcome::Defer: return "defer";
        case core::Outcome::Review: return "review";
        case core::Outcome::Exclude: return "exclude";
        case core::Outcome::Incomplete: return "incomplete";
        case core::Outcome::Error: break;
    }
    return "error";
}

std::string_view name_of(core::Level level) {
    switch (level) {
        case core::Level::Info: return "info";
        case core::Level::Prepare: return "prepare";
        case core::Level::Mention: return "mention";
        case core::Level::Defer: return "defer";
        case core::Level::Review: return "review";
        case core::Level::Exclude: break;
    }
    return "exclude";
}

std::string_view name_of(core::DateKind kind) {
    switch (kind) {
        case core::DateKind::WaitEnds: return "wait-ends";
        case core::DateKind::NotBefore: return "not-before";
        case core::DateKind::StopBy: return "stop-by";
        case core::DateKind::WindowEnds: return "window-ends";
        case core::DateKind::StartBy: return "start-by";
        case core::DateKind::PlanBy: break;
    }
    return "plan-by";
}

std::string_view name_of(core::Strength strength) {
    constexpr std::string_view names = "ABCD";
    return names.substr(static_cast<std::size_t>(strength), 1);
}

}  // namespace needlewise::formats
