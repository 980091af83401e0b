#pragma once
// Reflection for plain aggregates: one list of members serves JSON, JSON Schema and tests.
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <string_view>

/// Lists the members of an aggregate for the codec, and refuses to compile when one is forgotten.
#define INTERSTATE_DESCRIBE(Type, ...)                                                                       \
    BOOST_DESCRIBE_STRUCT(Type, (), (__VA_ARGS__))                                                           \
    static_assert(                                                                                           \
        ::boost::mp11::mp_size<                                                                              \
            ::boost::describe::describe_members<Type, ::boost::describe::mod_any_access>>::value ==          \
            ::boost::pfr::tuple_size_v<Type>,                                                                \
        "a member of " #Type " is not described");

/// An aggregate without members (pfr cannot count those).
#define INTERSTATE_DESCRIBE_EMPTY(Type) BOOST_DESCRIBE_STRUCT(Type, (), ())

/// Lists the enumerators of an enum class; their names are the words on the wire and in the database.
#define INTERSTATE_DESCRIBE_ENUM(Type, ...) BOOST_DESCRIBE_ENUM(Type, __VA_ARGS__)

namespace interstate {

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept DescribedStruct =
    std::is_class_v<T> && boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

/// The word for an enumerator; empty for a value outside the list.
template <DescribedEnum E>
constexpr const char* word_of(E value) {
    const char* word = "";
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (d.value == value) word = d.name;
    });
    return word;
}

/// The enumerator for a word; false when the word is not in the list.
template <DescribedEnum E>
constexpr bool enum_of(std::string_view word, E& out) {
    bool found = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (word == d.name) {
            out = d.value;
            found = true;
        }
    });
    return found;
}

} // namespace interstate
