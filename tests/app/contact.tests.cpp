#include "app/contact.hpp"

#include "support/catch.hpp"

using needlewise::app::contact_address;

TEST_CASE("A phone number or an address of its own can be tapped") {
    CHECK(contact_address("Phone 01632 960 123") == "tel:01632960123");
    CHECK(contact_address("+44 (0)1632 960-123") == "tel:+4401632960123");
    CHECK(contact_address("hello@clinic.example") == "mailto:hello@clinic.example");
}

TEST_CASE("Any other line is text") {
    CHECK(contact_address("").empty());
    CHECK(contact_address("1 Example Street, Exampletown").empty());
    CHECK(contact_address("12 High Street").empty());
    CHECK(contact_address("Room 12345 on floor 6").empty());
    CHECK(contact_address("Phone 01632 960 123 or 01632 960 124, 9 to 17").empty());
    CHECK(contact_address("Write to hello@clinic.example").empty());
    CHECK(contact_address("a@b@clinic.example").empty());
    CHECK(contact_address("hello@clinic.example?subject=x").empty());
    CHECK(contact_address("999").empty());
}
