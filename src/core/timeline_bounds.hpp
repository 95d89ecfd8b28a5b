#pragma once

#include "core/timeline_content.hpp"

namespace needlewise::core {

/// A bound with the clinic's values put in.
struct ResolvedNumber {
    int value = 0;
    /// A parameter that counted differs from the protocol's own.
    bool set_by_clinic = false;
};

ResolvedNumber resolve(NumberBound const& bound, ParameterValues const& parameters, EffectiveAnswers const& answers);

/// A parameter's number; 0 for one that is no number (a loader accepts none here).
int number_of(ParameterValues const& parameters, ParameterIndex parameter);

}  // namespace needlewise::core
