#include "app/take_along.hpp"

namespace needlewise::app {

core::ClinicTakeAlong ways_offered(core::ClinicSettings const& clinic, bool shared_tablet) {
    return shared_tablet ? core::ClinicTakeAlong{false, false, false, false, false, false} : clinic.take_along;
}

}  // namespace needlewise::app
