// Seven lines with one fault each, in YAML and in JSON, and what is said of it: the middle of the
// requests of tests/engine/place_test.cc. The fault is marked «here», and ‹there› what explains it.
#pragma once

#include <string_view>

namespace admit::test {

struct PlaceRow {
  std::string_view what;
  std::string_view code;
  std::string_view pointer;
  std::u32string_view lines;
  bool is_service = true;  ///< otherwise members that stand behind `serviceConfigs`
};

inline constexpr PlaceRow kYamlPlaceRows[] = {
    {"a missing member: the first character of the object", "service.namespace-required",
     "/serviceConfigs/13",
     UR"(  # no namespace
  -
    «n»ame: orders
    groupName: DEFAULT_GROUP
    sourceId: nacos
    addresses:
      - 10.0.0.13:8080)"},
    {"a missing member in braces: the brace", "service.group-name-required", "/serviceConfigs/13",
     UR"(  # é 中 😀
  - «{»"name": orders,
    sourceId: "é中😀",
    namespace: shop,
    addresses: [
      10.0.0.13:8080
    ]})"},
    {"a missing member, and a misspelt one", "service.namespace-required", "/serviceConfigs/13",
     UR"(  # é 中 😀
  - «n»ame: orders
    groupName: DEFAULT_GROUP
    sourceId: é中😀
    ‹nameSpace›: shop
    addresses:
      - 10.0.0.13:8080)"},
    {"a wrong value, plain", "schema.type", "/serviceConfigs/13/namespace",
     UR"(  # a number
  - name: orders
    namespace:   «12»   # é 中 😀
    groupName: DEFAULT_GROUP
    sourceId: nacos
    addresses:
      - 10.0.0.13:8080)"},
    {"a wrong value, quoted, behind a tab", "schema.type",
     "/serviceConfigs/13/validationOptions/skipVerifyAIChatCompletion",
     U"  # a string\n"
     U"  - name: orders\n"
     U"    namespace: shop\n"
     U"    groupName: DEFAULT_GROUP\n"
     U"    sourceId: nacos\n"
     U"    validationOptions:\n"
     U"      skipVerifyAIChatCompletion:\t«\"y\\x65s\"»\t# no"},
    {"a wrong value, behind characters of 2, 3 and 4 bytes", "schema.type",
     "/serviceConfigs/13/namespace",
     UR"(  # all on one line
  - {sourceId: "é中😀", "\u0065xpressType": '中''é😀', namespace: «[é]», groupName: G, name: orders}
  # é
  # 中
  # 😀

  #)"},
    {"a wrong value, a list of several lines: all of it", "schema.type",
     "/serviceConfigs/13/groupName",
     UR"(  # a list
  - name: orders
    namespace: shop
    groupName: «[
      DEFAULT_GROUP, "é中😀",
      "é"   ]»   # the end
    sourceId: nacos)"},
    {"a wrong value that an enumeration lacks", "schema.enum", "/sourceType",
     UR"(# é 中 😀
resourceGroupId: "rg-\u00e9"

sourceType: «MSE-NACOS»

#
#)",
     false},
    {"a wrong value, quoted, that an enumeration lacks", "schema.enum", "/sourceType",
     UR"(# é 中 😀
? "source\u0054ype"
: «'MSE_
  NACOS'»

#
#)",
     false},
    {"an unknown member", "schema.unknown-member", "/serviceConfigs/13/sourceID",
     UR"(  # misspelt
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    «sourceID»: nacos
    addresses:
      - 10.0.0.13:8080)"},
    {"an unknown member: its name as it is written", "schema.unknown-member",
     "/serviceConfigs/13/é😀",
     UR"(  # quoted
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    addresses: ["10.0.0.13:8080"]
    validationOptions: {}
    «"\u00e9😀"» : { é: 😀 })"},
    {"a duplicate key", "input.duplicate-key", "/serviceConfigs/13/namespace",
     UR"(  # twice
  - name: orders
    ‹namespace›: shop
    groupName: DEFAULT_GROUP
    «namespace»: shop
    addresses:
      - 10.0.0.13:8080)"},
    {"a duplicate key, quoted in two ways", "input.duplicate-key", "/serviceConfigs/13/groupName",
     UR"(  # twice
  - name: orders
    namespace: shop
    sourceId: é中😀
    validationOptions: {skipVerifyAIChatCompletion: false}
    ‹'groupName'›: é中😀
    «"group\x4eame"»: DEFAULT_GROUP)"},
    {"an endpoint, plain", "endpoint.port-range", "/serviceConfigs/13/addresses/1",
     UR"(  # é 中 😀
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    addresses:
      - 10.0.0.13:8080
      - 10.0.0.14:«99999»   # é)"},
    {"an endpoint, plain, behind characters of 2, 3 and 4 bytes", "endpoint.path",
     "/serviceConfigs/13/addresses/0",
     UR"(  # all on one line
  - {name: orders, namespace: shop, groupName: G, sourceId: é中😀, addresses: [10.0.0.13:80«/»é中😀]}
  # é
  # 中
  # 😀

  #)"},
    {"an endpoint in single quotes, behind a doubled quote", "endpoint.label",
     "/serviceConfigs/13/addresses/1",
     UR"(  # é 中 😀
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    addresses:
      - '10.0.0.13:8080'
      - 'a«''»b.example.com:80')"},
    {"an endpoint in double quotes, behind escapes of every length", "endpoint.port-range",
     "/serviceConfigs/13/addresses/0",
     UR"(  # é 中 😀
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    addresses:
      - "\x31\u0030\U0000002e0.0.14\u003a«99999»"
      - 10.0.0.13:8080)"},
    {"an endpoint in double quotes whose character is an escape", "endpoint.control-character",
     "/serviceConfigs/13/addresses/1",
     UR"(  # é 中 😀
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    addresses:
      - 10.0.0.13:8080
      - "\x61«\t»b.example.com:80")"},
    {"an endpoint of characters of 2, 3 and 4 bytes", "endpoint.path",
     "/serviceConfigs/13/addresses/1",
     UR"(  # é 中 😀
  - name: orders
    namespace: shop
    groupName: DEFAULT_GROUP
    sourceId: nacos
    validationOptions: {}
    addresses: ["10.0.0.13:8080", '10.0.0.14«/»é中😀'])"},
};

// An arrow is a tab; at the beginning of a line, what lines are indented with.
inline constexpr PlaceRow kJsonPlaceRows[] = {
    {"a missing member: the brace", "service.namespace-required", "/serviceConfigs/13",
     UR"(→→«{»
→→→"name": "orders",
→→→"groupName": "DEFAULT_GROUP",
→→→"sourceId": "nacos",
→→→"validationOptions": {},
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"a missing member, and a misspelt one behind others", "service.group-name-required",
     "/serviceConfigs/13",
     UR"(
→→«{»
→→→"name": "orders",
→→→"namespace": "shop",
→→→"sourceId": "é中😀", ‹"groupname"›: "DEFAULT_GROUP",
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"a wrong value", "schema.type", "/serviceConfigs/13/namespace",
     UR"(→→{
→→→"name": "orders",
→→→"namespace":→→«-12.5e3»→,
→→→"groupName": "DEFAULT_GROUP",
→→→"sourceId": "nacos",
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"a wrong value, behind characters of 2, 3 and 4 bytes", "schema.type",
     "/serviceConfigs/13/validationOptions/skipVerifyAIChatCompletion",
     UR"(→→{
→→→"name": "orders",
→→→"sourceId": "é中😀", "validationOptions": {"skipVerifyAIChatCompletion":→«"é中😀"»},
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"a wrong value that an enumeration lacks", "schema.enum", "/sourceType",
     UR"(

→"resourceGroupId": "é中😀",→→→"sourceType":→«"MSE\u002dNACOS"»→,



)",
     false},
    {"an unknown member", "schema.unknown-member", "/serviceConfigs/13/sourceID",
     UR"(→→{
→→→"name": "orders",
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"expressType": "é中😀",→«"sourceID"»:→"nacos",
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"an unknown member: its name as it is written", "schema.unknown-member",
     "/serviceConfigs/13/é😀",
     UR"(→→{
→→→"name": "orders", "sourceId": "\ud83d\ude00", «"\u00e9😀"»: ["é中😀"],
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"validationOptions": {},
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"a duplicate key", "input.duplicate-key", "/serviceConfigs/13/namespace",
     UR"(→→{
→→→"name": "orders",
→→→"sourceId": "é中😀",→‹"namespace"›:→"é中😀",
→→→"groupName": "DEFAULT_GROUP",
→→→"expressType": "é中😀",→«"name\u0073pace"»:→"shop",
→→→"addresses": ["10.0.0.13:8080"]
→→},)"},
    {"an endpoint", "endpoint.port-range", "/serviceConfigs/13/addresses/1",
     UR"(→→{
→→→"name": "orders",
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"sourceId": "nacos",
→→→"addresses": ["10.0.0.13:8080",→→"10.0.0.14:«99999»"]
→→},)"},
    {"an endpoint, behind escapes", "endpoint.scheme", "/serviceConfigs/13/addresses/0",
     UR"(→→{
→→→"name": "orders",
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"sourceId": "\"é中😀\\", "addresses": ["\u0068ttp«\u003a\/\u002F»10.0.0.13:8080"],
→→→"validationOptions": {}
→→},)"},
    {"an endpoint whose character is an escape, before others", "endpoint.path",
     "/serviceConfigs/13/addresses/1",
     UR"(→→{
→→→"name": "orders",
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP", "addresses": [
→→→→"10.0.0.13:8080", "10.0.0.14«\/»\ud83d\ude00é中😀"
→→→]
→→},)"},
    {"an endpoint whose character is an escape", "endpoint.control-character",
     "/serviceConfigs/13/addresses/1",
     UR"(→→{
→→→"name": "orders",
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"sourceId": "nacos",
→→→"addresses": ["10.0.0.13:8080", "\u0061«\n»b.example.com:80"]
→→},)"},
};

}  // namespace admit::test
