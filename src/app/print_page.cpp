#include "app/print_page.hpp"

#include "formats/json_writer.hpp"

namespace needlewise::app {

namespace {

using formats::JsonWriter;

char const* name_of(PrintKind kind) {
    static constexpr char const* names[] = {"strong", "paragraph", "small", "list", "table"};
    return names[static_cast<int>(kind)];
}

void write_text(JsonWriter& json, char const* key, std::string_view text) {
    json.key(key);
    json.string(text);
}

void write_cells(JsonWriter& json, std::vector<std::string> const& cells) {
    json.begin_array();
    for (auto const& cell : cells) {
        json.string(cell);
    }
    json.end_array();
}

void write_block(JsonWriter& json, PrintBlock const& block) {
    json.begin_object();
    write_text(json, "kind", name_of(block.kind));
    write_text(json, "text", block.text);
    json.key("head");
    write_cells(json, block.head);
    json.key("rows");
    json.begin_array();
    for (auto const& row : block.rows) {
        write_cells(json, row);
    }
    json.end_array();
    json.end_object();
}

void write_section(JsonWriter& json, PrintSection const& section) {
    json.begin_object();
    write_text(json, "title", section.title);
    json.key("columns");
    json.integer(section.columns);
    json.key("blocks");
    json.begin_array();
    for (auto const& block : section.blocks) {
        write_block(json, block);
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::string print_json(PrintPage const& page) {
    auto json = JsonWriter{};
    json.begin_object();
    write_text(json, "title", page.title);
    write_text(json, "header", page.header);
    write_text(json, "footer", page.footer);
    json.key("sections");
    json.begin_array();
    for (auto const& section : page.sections) {
        write_section(json, section);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace needlewise::app
