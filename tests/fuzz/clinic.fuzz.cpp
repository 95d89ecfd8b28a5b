// Any bytes as clinic settings: refused, or every parameter complete and within its range.
#include "formats/clinic_settings.hpp"

#include "fuzz/content.hpp"

using namespace needlewise;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const& protocol = fuzz::built_in();
    auto const loaded =
        formats::load_clinic("clinic.json", std::string_view{reinterpret_cast<char const*>(data), size}, protocol);
    require(loaded.parameters.size() == protocol.parameters.size());
    for (std::size_t index = 0; index < protocol.parameters.size(); ++index) {
        auto const* number = std::get_if<core::NumberParameter>(&protocol.parameters[index].kind);
        auto const* value = std::get_if<int>(&loaded.parameters[index].value);
        require((number == nullptr) == (value == nullptr));
        require(number == nullptr || (*value >= number->minimum && *value <= number->maximum));
    }
    require(loaded.settings.contact.size() <= 6);
    if (loaded.usable() && size < 4096) {
        fuzz::use(protocol, loaded.parameters, core::AnswerSheet{protocol.questionnaire});
    }
    return 0;
}
