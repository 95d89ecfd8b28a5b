#include "formats/protocol_checks.hpp"

#include "formats/protocol_reading.hpp"

namespace needlewise::formats {

LoadedProtocol check_protocol(std::span<SourceFile const> files, std::string_view language) {
    ProtocolReading reading = read_protocol(files, language);
    return {std::move(reading.protocol), std::move(reading.diagnostics)};
}

}  // namespace needlewise::formats
