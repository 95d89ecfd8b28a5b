#include "core/timeline_bounds.hpp"

namespace needlewise::core {

namespace {
bool applies(BoundTerm const& term, EffectiveAnswers const& answers) {
    return !term.when || evaluate(*term.when, answers) != Truth::False;
}
}  // namespace

int number_of(ParameterValues const& parameters, ParameterIndex parameter) {
    if (parameter >= parameters.size()) return 0;
    auto const* number = std::get_if<int>(&parameters[parameter].value);
    return number != nullptr ? *number : 0;
}

ResolvedNumber resolve(NumberBound const& bound, ParameterValues const& parameters, EffectiveAnswers const& answers) {
    ResolvedNumber sum{bound.offset};
    BoundTerm const* largest = nullptr;
    bool any_set_by_clinic = false;
    for (auto const& term : bound.terms) {
        if (!applies(term, answers)) continue;
        int const number = number_of(parameters, term.parameter);
        any_set_by_clinic |= parameters[term.parameter].set_by_clinic;
        if (!bound.largest) {
            sum.value += term.factor * number;
        } else if (largest == nullptr || number > number_of(parameters, largest->parameter)) {
            largest = &term;
        }
    }
    if (bound.largest) {
        if (largest == nullptr) return ResolvedNumber{bound.otherwise};
        sum.value += largest->factor * number_of(parameters, largest->parameter);
    }
    sum.set_by_clinic = any_set_by_clinic;
    return sum;
}

}  // namespace needlewise::core
