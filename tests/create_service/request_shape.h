// request_shape: the tree of fields of CreateService, written down a second time, and what types,
// null members and unknown members come to by it.
#pragma once

#include <rapidjson/document.h>

#include <functional>
#include <string>

namespace admit::test {

/// What the shape finds wrong.
enum class ShapeFault { type, enumeration, minimum, maximum, null_member, unknown_member };

/// Calls `found` for everything in `request` that does not fit. `newer`: the later revision, with
/// its two source types and `modelProviderId`.
void check_shape(const rapidjson::Value& request, bool newer,
                 const std::function<void(ShapeFault, const std::string& pointer)>& found);

}  // namespace admit::test
