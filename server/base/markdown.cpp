#include "base/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace interstate {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
    void operator()(char* text) const { std::free(text); }
};

bool scheme_allowed(std::string_view url) {
    constexpr std::array<std::string_view, 4> allowed{"http://", "https://", "mailto:", "tel:"};
    std::string lower;
    for (char c : url.substr(0, 16)) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (lower.starts_with('/') && !lower.starts_with("//")) return true; // within this server
    for (auto scheme : allowed)
        if (lower.starts_with(scheme)) return true;
    return false;
}

void set_attributes(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_LINK) return;
    const char* url = cmark_node_get_url(node);
    if (!scheme_allowed(url ? url : "")) cmark_node_set_url(node, "");
}

// An image would fetch from another host when somebody reads: it becomes a link that is followed on purpose.
void image_to_link(cmark_node* image) {
    cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
    const char* url = cmark_node_get_url(image);
    cmark_node_set_url(link, scheme_allowed(url ? url : "") ? url : "");
    while (cmark_node* child = cmark_node_first_child(image)) cmark_node_append_child(link, child);
    cmark_node_replace(image, link);
    cmark_node_free(image);
}

void tidy(cmark_node* document) {
    std::vector<cmark_node*> images;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator{cmark_iter_new(document)};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER) set_attributes(node);
        if (event == CMARK_EVENT_EXIT && cmark_node_get_type(node) == CMARK_NODE_IMAGE)
            images.push_back(node);
    }
    for (auto* image : images) image_to_link(image);
}

} // namespace

std::string render_markdown(std::string_view text) {
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    (void)registered;
    constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_HARDBREAKS;
    const std::unique_ptr<cmark_parser, FreeParser> parser{cmark_parser_new(options)};
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist", "tagfilter"})
        if (auto* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    const std::unique_ptr<cmark_node, FreeNode> document{cmark_parser_finish(parser.get())};
    tidy(document.get());
    const std::unique_ptr<char, FreeText> html{
        cmark_render_html(document.get(), options, cmark_parser_get_syntax_extensions(parser.get()))};
    return html.get();
}

} // namespace interstate
