#include "catalogue/lsp/lsp_server.h"

#include <string.h>

#include "catalogue/lsp/lsp_answers.h"
#include "catalogue/lsp/lsp_wire.h"
#include "indexer/content/scalars.h"

/* Numbers of JSON-RPC and the protocol. */
enum { PARSE_ERROR = -32700, METHOD_NOT_FOUND = -32601, INVALID_REQUEST = -32600, INVALID_PARAMS = -32602 };

struct server {
    int to;
    const char *root;
    struct lsp_documents documents;
    bool started, stopping, done;
    bool wrote; /* everything so far */
};

static void send(struct server *server, const struct text *json)
{
    server->wrote = server->wrote && lsp_write(server->to, json);
}

/* The id of a request as it came: a number or a string. */
static void add_id(struct json *json, const struct yaml_node *id)
{
    json_key(json, "id");
    if (!id || id->kind != TREE_SCALAR)
        json_null(json);
    else if (id->quoted)
        json_string(json, id->text);
    else
        json_raw(json, id->text, strlen(id->text));
}

static struct json begin(struct text *out)
{
    struct json json = json_writer(out, false);
    json_object_open(&json);
    json_member_string(&json, "jsonrpc", "2.0");
    return json;
}

static void send_error(struct server *server, const struct yaml_node *id, int code, const char *message)
{
    struct text out = {0};
    struct json json = begin(&out);
    add_id(&json, id);
    json_key(&json, "error");
    json_object_open(&json);
    json_member_integer(&json, "code", code);
    json_member_string(&json, "message", message);
    json_object_close(&json);
    json_object_close(&json);
    send(server, &out);
    text_free(&out);
}

static const struct yaml_node *uri_of(const struct yaml_node *params)
{
    const struct yaml_node *uri = yaml_get(yaml_get(params, "textDocument"), "uri");
    return uri && uri->kind == TREE_SCALAR ? uri : NULL;
}

static size_t number(const struct yaml_node *node, const char *key)
{
    double value = 0;
    return scalar_number(yaml_text(node, key, ""), &value) && value > 0 && value < 1e9 ? (size_t)value : 0;
}

static struct lsp_position position(const struct yaml_node *node)
{
    return (struct lsp_position){number(node, "line"), number(node, "character")};
}

/* What is wrong with a document; of one that is closed nothing is. */
static void publish(struct server *server, const char *uri)
{
    const struct lsp_document *document = lsp_document_find(&server->documents, uri);
    struct lsp_checked checked;
    struct text out = {0};
    struct json json = begin(&out);
    json_member_string(&json, "method", "textDocument/publishDiagnostics");
    json_key(&json, "params");
    json_object_open(&json);
    json_member_string(&json, "uri", uri);
    json_key(&json, "diagnostics");
    if (document) {
        lsp_check(&checked, server->root, document);
        lsp_add_diagnostics(&json, document, &checked);
        lsp_checked_free(&checked);
    } else {
        json_array_open(&json);
        json_array_close(&json);
    }
    json_object_close(&json);
    json_object_close(&json);
    send(server, &out);
    text_free(&out);
}

static void add_capabilities(struct json *json)
{
    json_object_open(json);
    json_key(json, "capabilities");
    json_object_open(json);
    json_member_string(json, "positionEncoding", "utf-16");
    json_member_integer(json, "textDocumentSync", 1); /* the whole text, each time */
    json_member_bool(json, "hoverProvider", true);
    json_member_bool(json, "codeActionProvider", true);
    json_member_bool(json, "documentSymbolProvider", true);
    json_key(json, "completionProvider");
    json_object_open(json);
    json_key(json, "triggerCharacters");
    json_array_open(json);
    json_string(json, "[");
    json_string(json, ",");
    json_string(json, " ");
    json_string(json, "#");
    json_array_close(json);
    json_object_close(json);
    json_object_close(json);
    json_key(json, "serverInfo");
    json_object_open(json);
    json_member_string(json, "name", "catalogue");
    json_member_string(json, "version", CATALOGUE_VERSION);
    json_object_close(json);
    json_object_close(json);
}

/* Adds the answer to a question on an open document; false when there is no such question. */
static bool add_answer(struct json *json, const struct lsp_document *document, const struct lsp_checked *checked,
                       const char *method, const struct yaml_node *params)
{
    struct lsp_position place = position(yaml_get(params, "position"));
    const struct yaml_node *range = yaml_get(params, "range");
    if (strcmp(method, "textDocument/completion") == 0)
        lsp_add_completion(json, document, &checked->vocabularies, place);
    else if (strcmp(method, "textDocument/hover") == 0)
        lsp_add_hover(json, document, &checked->vocabularies, place);
    else if (strcmp(method, "textDocument/codeAction") == 0)
        lsp_add_actions(json, document, checked, number(yaml_get(range, "start"), "line"),
                        number(yaml_get(range, "end"), "line"));
    else if (strcmp(method, "textDocument/documentSymbol") == 0)
        lsp_add_symbols(json, document);
    else
        return false;
    return true;
}

static void answer(struct server *server, const struct yaml_node *id, const char *method,
                   const struct yaml_node *params)
{
    const struct yaml_node *uri = uri_of(params);
    const struct lsp_document *document = uri ? lsp_document_find(&server->documents, uri->text) : NULL;
    struct lsp_checked checked;
    struct text out = {0};
    struct json json = begin(&out);
    bool known = true;
    add_id(&json, id);
    json_key(&json, "result");
    if (strcmp(method, "initialize") == 0) {
        server->started = true;
        add_capabilities(&json);
    } else if (strcmp(method, "shutdown") == 0) {
        server->stopping = true;
        json_null(&json);
    } else if (!document) {
        send_error(server, id, strncmp(method, "textDocument/", 13) == 0 ? INVALID_PARAMS : METHOD_NOT_FOUND,
                   strncmp(method, "textDocument/", 13) == 0 ? "the document is not open" : "this is not known here");
        text_free(&out);
        return;
    } else {
        lsp_check(&checked, server->root, document);
        known = add_answer(&json, document, &checked, method, params);
        lsp_checked_free(&checked);
    }
    json_object_close(&json);
    if (known)
        send(server, &out);
    else
        send_error(server, id, METHOD_NOT_FOUND, "this is not known here");
    text_free(&out);
}

static void take_change(struct server *server, const char *uri, const struct yaml_node *params)
{
    const struct yaml_node *changes = yaml_get(params, "contentChanges");
    const struct yaml_node *last =
        changes && changes->kind == TREE_LIST && changes->count ? changes->items[changes->count - 1] : NULL;
    const char *text = yaml_text(last, "text", NULL);
    if (text)
        lsp_document_put(&server->documents, uri, text);
}

/* What an editor tells without asking; what is not known here is passed over, as the protocol wants it. */
static void take_note(struct server *server, const char *method, const struct yaml_node *params)
{
    const struct yaml_node *uri = uri_of(params);
    if (strcmp(method, "exit") == 0)
        server->done = true;
    if (!uri || !*uri->text)
        return;
    if (strcmp(method, "textDocument/didOpen") == 0)
        lsp_document_put(&server->documents, uri->text, yaml_text(yaml_get(params, "textDocument"), "text", ""));
    else if (strcmp(method, "textDocument/didChange") == 0)
        take_change(server, uri->text, params);
    else if (strcmp(method, "textDocument/didClose") == 0)
        lsp_document_close(&server->documents, uri->text);
    else if (strcmp(method, "textDocument/didSave") != 0)
        return;
    publish(server, uri->text);
}

static void take(struct server *server, const struct yaml_node *message)
{
    const char *method = yaml_text(message, "method", NULL);
    const struct yaml_node *id = yaml_get(message, "id");
    const struct yaml_node *params = yaml_get(message, "params");
    if (!message || message->kind != TREE_MAP)
        send_error(server, NULL, PARSE_ERROR, "this is no message in JSON");
    else if (!method)
        return; /* an answer; nothing was asked */
    else if (id && !server->started && strcmp(method, "initialize") != 0)
        send_error(server, id, INVALID_REQUEST, "say initialize first");
    else if (id && server->stopping)
        send_error(server, id, INVALID_REQUEST, "this server is about to end");
    else if (id)
        answer(server, id, method, params);
    else
        take_note(server, method, params);
}

bool lsp_serve(int from, int to, const char *root, const char **problem)
{
    struct server server = {.to = to, .root = root, .wrote = true};
    enum lsp_read read = LSP_READ;
    int reason = 0;
    *problem = NULL;
    while (!server.done && server.wrote) {
        struct arena arena = {0};
        const struct yaml_node *message = NULL;
        read = lsp_read(from, &arena, &message, &reason);
        if (read == LSP_READ)
            take(&server, message);
        else if (read == LSP_TROUBLE)
            *problem = reason ? strerror(reason) : "the editor sent what is no message of the protocol";
        server.done = server.done || read != LSP_READ;
        arena_free(&arena);
    }
    if (!server.wrote)
        *problem = "the editor does not listen any more";
    lsp_documents_free(&server.documents);
    return !*problem && (server.stopping || read == LSP_END);
}
