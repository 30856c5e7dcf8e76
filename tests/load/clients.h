/* The clients of phones.c: how each connects, says who it is, listens, and comes back. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "measure.h"

#define MARK "card:loadcard"
#define HELLO "42[\"hello\""
#define CHANGES "42[\"changes\""
#define FIRST_DELAY_MS 500 /* how the real client comes back: doubling up to 8 s, half of it by chance */
#define LONGEST_DELAY_MS 8000
#define MOST 8192
#define PATIENCE_NS (60ull * 1000000000)
#define ACK_NS (10ull * 1000000000) /* how long nothing at all may happen before an answer, or a frame, counts as lost */
#define FRAME_NS (2ull * 1000000000)

enum state { IDLE, LATER, JOINING, UPGRADING, OPENING, CONNECTING, READY };

struct client {
    enum state state;
    int fd, tries;
    bool joins;              /* has to join over HTTP before it has a token */
    char token[256], audience[16];
    long seq;                /* of its last hello */
    u64 began, at;           /* when it first tried; when it tries again */
    unsigned char *buffer, *seen; /* what came and is not read yet; one bit for each event of this sending */
    size_t length, room;
};

static struct client clients[MOST];
static int count, ready, busy_handshakes, port, epoll;
static bool busy, returning, input_waits;
static char code[16];
static u64 bytes, phone_bytes, frames, lost_at, losses;
static FILE *acks;

/* One sending. */
static u64 *due, *slowest, *wall_at, *acked_at, *all_at, all_count, all_room;
static long *latest; /* card → the last event about it */
static size_t numbered, first_number, sent, cards, acked, refused, delivered, doubled;
static unsigned char *kept; /* one byte for each event: was it accepted? */
static char refusal[160];

static void stop(const char *why) { perror(why); exit(2); }

static void write_all(struct client *c, const void *data, size_t size) {
    const char *at = data;
    while (size) {
        ssize_t n = send(c->fd, at, size, MSG_NOSIGNAL);
        if (n < 0 && errno == EAGAIN) {
            struct pollfd wait = {c->fd, POLLOUT, 0};
            poll(&wait, 1, 1000);
        } else if (n < 0) {
            return; /* reading will notice */
        } else {
            at += n, size -= n;
        }
    }
}

static void say(struct client *c, const char *text) {
    static unsigned char frame[20000];
    static const unsigned char mask[4] = {0x12, 0x34, 0x56, 0x78};
    size_t size = strlen(text), head = 2;
    frame[0] = 0x81;
    frame[1] = 0x80 | (size < 126 ? size : 126);
    if (size >= 126) frame[2] = size >> 8, frame[3] = size, head = 4;
    memcpy(frame + head, mask, 4);
    for (size_t i = 0; i < size; i++) frame[head + 4 + i] = text[i] ^ mask[i & 3];
    write_all(c, frame, head + 4 + size);
}

static void hang_up(struct client *c) {
    if (c->state > LATER && c->state < READY) busy_handshakes--;
    if (c->state == READY) ready--;
    close(c->fd);
    c->state = IDLE;
    c->length = 0;
}

/* The connection has ended or was refused; whoever is coming back waits as the real client does. */
static void lost(struct client *c, const char *why) {
    if (c->state == READY) {
        if (!losses++) lost_at = now();
        c->tries = 0;
        c->began = now();
    }
    hang_up(c);
    if (!returning) {
        fprintf(stderr, "client %d lost: %s\n", (int)(c - clients), why);
        return;
    }
    u64 delay = (u64)FIRST_DELAY_MS << (c->tries < 5 ? c->tries : 5);
    if (delay > LONGEST_DELAY_MS) delay = LONGEST_DELAY_MS;
    c->state = LATER;
    c->at = now() + delay * (500 + random() % 1000) * 1000;
}

static void dial(struct client *c) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    struct epoll_event watch = {.events = EPOLLOUT, .data.ptr = c};
    int on = 1;
    c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (c->fd < 0) stop("socket");
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(c->fd, (void *)&to, sizeof to) < 0 && errno != EINPROGRESS) return lost(c, strerror(errno));
    epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &watch);
}

static void begin(struct client *c) {
    c->tries++;
    c->state = c->joins && !c->token[0] ? JOINING : UPGRADING;
    busy_handshakes++;
    dial(c);
}

static void connected(struct client *c) {
    struct epoll_event watch = {.events = EPOLLIN, .data.ptr = c};
    int error = 0;
    socklen_t size = sizeof error;
    char out[1000];
    getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error) return lost(c, strerror(error));
    epoll_ctl(epoll, EPOLL_CTL_MOD, c->fd, &watch);
    if (c->state == JOINING)
        sprintf(out,
                "POST /api/join HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
                "Connection: close\r\nContent-Length: %zu\r\n\r\n{\"code\":\"%s\"}",
                port, strlen(code) + 11, code);
    else
        sprintf(out,
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
                "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
                port);
    write_all(c, out, strlen(out));
}

static void joined(struct client *c, char *text) {
    char *token = strstr(text, "\"token\":\""), *end = token ? strchr(token + 9, '"') : NULL;
    if (!end) {
        if (strstr(text, "\"ok\":false")) lost(c, text);
        return; /* the rest is still to come */
    }
    *end = 0;
    snprintf(c->token, sizeof c->token, "%s", token + 9);
    close(c->fd);
    c->length = 0;
    c->state = UPGRADING;
    dial(c);
}

static void greet(struct client *c) {
    char out[600] = "40", audience[40] = "", since[40] = "";
    if (c->audience[0] != '-') sprintf(audience, ",\"audience\":\"%s\"", c->audience);
    if (returning && c->seq >= 0) sprintf(since, ",\"since\":%ld", c->seq);
    if (c->token[0] != '-') sprintf(out, "40{\"token\":\"%s\",\"v\":1%s%s}", c->token, audience, since);
    c->state = CONNECTING;
    say(c, out);
}

static void hello(struct client *c, char *text) {
    char *seq = strstr(text, "\"seq\":");
    c->seq = seq ? atol(seq + 6) : 0;
    if (c->state != CONNECTING) return;
    c->state = READY;
    busy_handshakes--;
    ready++;
    all_at[all_count++ % all_room] = now() - c->began;
}

static void shown(struct client *c, char *text, size_t size, u64 at) {
    char *found = text, *end = text + size;
    while ((found = memmem(found, end - found, MARK, sizeof MARK - 1))) {
        found += sizeof MARK - 1;
        size_t card = strtoul((char[]){found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7], 0},
                              NULL, 16);
        long event = card < cards ? latest[card] : -1;
        if (event < 0) continue;
        unsigned char *byte = &c->seen[event / 8], bit = 1 << event % 8;
        if (*byte & bit) {
            doubled++;
            continue;
        }
        *byte |= bit;
        delivered++;
        u64 took = at - due[event];
        if (all_count < all_room) all_at[all_count++] = took;
        if (took > slowest[event]) slowest[event] = took;
        if (c == &clients[1]) wall_at[event] = took;
    }
}

static void answered(char *text, size_t size, u64 at) {
    char *end;
    size_t number = strtoul(text, &end, 10), event = number - first_number;
    if (number < first_number || event >= sent || acked_at[event]) return;
    acked_at[event] = at - due[event];
    char *seq = memmem(text, size, "\"ok\":true", 9) ? memmem(text, size, "\"seq\":", 6) : NULL;
    if (seq) {
        acked++;
        kept[event] = 1;
        fprintf(acks, "%zu %ld\n", number, atol(seq + 6));
    } else if (!refused++) {
        snprintf(refusal, sizeof refusal, "%.*s", (int)(size < 120 ? size : 120), end);
        for (char *c = refusal; *c; c++) *c = *c == '"' || *c == '\\' || *c == '\n' ? ' ' : *c;
    }
}

static void heard(struct client *c, char *text, size_t size, u64 at) {
    if (size == 1 && text[0] == '2') return say(c, "3");
    if (text[0] == '0' && c->state == OPENING) return greet(c);
    if (size < 2 || text[0] == '1' || !memcmp(text, "44", 2) || !memcmp(text, "41", 2)) return lost(c, text);
    if (!memcmp(text, "43", 2)) return answered(text + 2, size - 2, at);
    if (size > sizeof HELLO && !memcmp(text, HELLO, sizeof HELLO - 1)) return hello(c, text);
    if (size > sizeof CHANGES && !memcmp(text, CHANGES, sizeof CHANGES - 1)) shown(c, text, size, at);
}

static void read_frames(struct client *c, u64 at) {
    size_t done = 0;
    while (c->state > UPGRADING && c->length - done >= 2) {
        unsigned char *f = c->buffer + done;
        size_t size = f[1] & 127, head = size == 127 ? 10 : size == 126 ? 4 : 2;
        if (c->length - done < head) break;
        if (head > 2) {
            size = 0;
            for (size_t i = 2; i < head; i++) size = size << 8 | f[i];
        }
        if (c->length - done < head + size) break;
        frames++;
        bytes += head + size;
        if (c >= clients + 2) phone_bytes += head + size;
        unsigned char after = f[head + size];
        f[head + size] = 0; /* there is always room for one byte more */
        if ((f[0] & 15) == 8) lost(c, "closed");
        else heard(c, (char *)f + head, size, at);
        f[head + size] = after;
        done += head + size;
    }
    if (c->state <= UPGRADING) return; /* lost meanwhile */
    memmove(c->buffer, c->buffer + done, c->length -= done);
    if (!c->length) free(c->buffer), c->buffer = NULL, c->room = 0;
}

static void readable(struct client *c) {
    for (;;) {
        if (c->room - c->length < 32768) c->buffer = realloc(c->buffer, (c->room = c->length + 65536) + 1);
        ssize_t n = recv(c->fd, c->buffer + c->length, c->room - c->length, 0);
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) return lost(c, n ? strerror(errno) : "end");
        u64 at = now();
        c->length += n;
        c->buffer[c->length] = 0;
        if (c->state == JOINING) return joined(c, (char *)c->buffer);
        if (c->state == UPGRADING) {
            char *end = strstr((char *)c->buffer, "\r\n\r\n");
            if (!end) continue;
            if (strncmp((char *)c->buffer, "HTTP/1.1 101", 12)) return lost(c, (char *)c->buffer);
            size_t head = end + 4 - (char *)c->buffer;
            memmove(c->buffer, c->buffer + head, c->length -= head);
            c->state = OPENING;
        }
        read_frames(c, at);
        if (c->state <= UPGRADING) return;
    }
}

static void pump(int ms) {
    struct epoll_event events[512];
    int n = epoll_wait(epoll, events, 512, ms);
    for (int i = 0; i < n; i++) {
        struct client *c = events[i].data.ptr;
        if (!c) input_waits = true;
        else if (c->state <= LATER) continue;
        else if (events[i].events & EPOLLOUT) connected(c);
        else readable(c);
    }
}
