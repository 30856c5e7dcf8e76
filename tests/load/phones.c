/* A roomful of phones on one core: WebSocket-only Socket.IO clients that are told what to do, a line at a time.
 *
 *     phones PORT ACKS_FILE [SERVER_PID [busy]]        compiled by: gcc -O2 -o phones phones.c
 *
 * Lines on standard input, each answered by one line of JSON:
 *     token AUDIENCE TOKEN           one more client, who has a token ("-" for none); nothing is opened yet
 *     phones COUNT AUDIENCE CODE     more clients, who first join over HTTP with the workshop's code
 *     open AT_ONCE                   connect whoever is not; at most so many handshakes at a time
 *     send FIRST SENDERS RATE TOTAL CARDS SCREENS EVENT
 *                                    so many events a second from the clients FIRST … FIRST+SENDERS-1 in turn, each
 *                                    asking for an acknowledgement. In EVENT %m is the event's number, %c the number
 *                                    of the card it is about (CARDS of them, in turn) and %k the name of a column.
 *                                    SCREENS is 1 when every client must be shown every card, otherwise 0.
 *     watch SECONDS                  do nothing but listen and count
 *     drop                           hang up
 *     return                         wait until the server has hung up on everybody and everybody has come back
 *
 * Client 0 is the facilitator and client 1 the wall. A card is delivered where "card:loadcard<number>" stands in a
 * `changes` event. Latencies run from the moment an event was due, so a late generator cannot hide a slow server.
 * With `busy` the generator spins while it sends: nobody then pays for waking it up. */
#define _GNU_SOURCE
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

static void report(struct mark from, struct mark to) {
    printf("\"clients\":%d,\"ready\":%d,\"seconds\":%.4f,\"cpu_us\":%.1f,\"memory_kib\":%ld,\"frames\":%lu,\"bytes\":%lu,"
           "\"phone_bytes\":%lu}\n", count, ready, (to.at - from.at) / 1e9, (to.cpu - from.cpu) / 1e3, memory_kib(),
           frames, bytes, phone_bytes);
    fflush(stdout);
    fflush(acks);
}

static void fresh_counts(size_t room) {
    bytes = phone_bytes = frames = all_count = 0;
    free(all_at);
    all_at = calloc(all_room = room + 1, sizeof *all_at);
}

static void open_all(int at_once) {
    struct mark began = mark();
    int next = 0;
    fresh_counts(count);
    while (ready < count && now() - began.at < PATIENCE_NS) {
        for (; next < count && busy_handshakes < at_once; next++)
            if (clients[next].state == IDLE) clients[next].began = now(), begin(&clients[next]);
        if (next == count && !busy_handshakes) break;
        pump(20);
    }
    struct mark ended = mark();
    printf("{");
    spread("took_ms", all_at, all_count);
    report(began, ended);
}

static void come_back(void) {
    struct mark began = mark();
    long lowest = -1, highest = -1;
    fresh_counts(count);
    returning = true;
    losses = 0;
    puts("{}"); /* from now on it counts */
    fflush(stdout);
    while ((losses < (u64)count || ready < count) && now() - began.at < PATIENCE_NS) {
        for (struct client *c = clients; c < clients + count; c++)
            if (c->state == LATER && c->at <= now()) begin(c);
        pump(5);
    }
    for (struct client *c = clients; c < clients + count; c++) {
        lowest = lowest < 0 || c->seq < lowest ? c->seq : lowest;
        highest = c->seq > highest ? c->seq : highest;
    }
    returning = false;
    struct mark ended = mark();
    printf("{\"lost\":%lu,\"lowest_seq\":%ld,\"highest_seq\":%ld,\"away_seconds\":%.4f,", losses, lowest, highest,
           (ended.at - lost_at) / 1e9);
    spread("took_ms", all_at, all_count);
    report(began, ended);
}

static void fill(char *out, const char *event, size_t number, size_t card, size_t turn) {
    static const char *columns[] = {"close", "improve", "open"};
    out += sprintf(out, "42%zu", number);
    for (; *event; event++)
        if (*event != '%') *out++ = *event;
        else if (*++event == 'm') out += sprintf(out, "%08zx", number);
        else if (*event == 'c') out += sprintf(out, "%08zx", card);
        else out += sprintf(out, "%s", columns[turn % 3]);
    *out = 0;
}

/* How many accepted events some client was not shown; a later one about the same card stands for the earlier. */
static size_t not_shown(void) {
    unsigned char *later = malloc(cards);
    size_t missing = 0;
    for (struct client *c = clients; c < clients + count; c++) {
        memset(later, 0, cards);
        for (size_t event = sent; event-- > 0;) {
            if (c->seen[event / 8] >> event % 8 & 1) later[event % cards] = 1;
            else if (kept[event] && !later[event % cards]) missing++;
        }
    }
    free(later);
    return missing;
}

static void send_all(int first, int senders, double rate, size_t total, size_t of_cards, bool screens, char *event) {
    char out[8000];
    u64 *arrays[] = {due = calloc(total, 8), slowest = calloc(total, 8), wall_at = calloc(total, 8),
                     acked_at = calloc(total, 8)};
    latest = malloc((cards = of_cards) * sizeof *latest);
    memset(latest, -1, cards * sizeof *latest);
    kept = calloc(total, 1);
    for (int i = 0; i < count; i++) clients[i].seen = calloc(1, total / 8 + 1);
    fresh_counts(screens ? total * count : 0);
    sent = acked = refused = delivered = doubled = 0;
    refusal[0] = 0;
    first_number = numbered;
    struct mark from = mark();
    u64 began = from.at, late = 0, moved = began, before = 0, last_ack = began;
    while (sent < total || acked + refused < total || (screens && delivered < acked * count)) {
        u64 at = now(), next = began + (u64)(sent / rate * 1e9);
        if (sent < total && at >= next) {
            due[sent] = next;
            if (at - next > late) late = at - next;
            latest[sent % cards] = sent;
            fill(out, event, numbered, sent % cards, sent / cards + numbered / cards);
            say(&clients[first + sent % senders], out);
            sent++, numbered++;
            if (sent % 16) continue;
        }
        if (before != acked + refused + delivered) before = acked + refused + delivered, moved = at;
        if (sent == total && at - moved > (acked + refused < total ? ACK_NS : FRAME_NS)) break;
        if (acked + refused < total) last_ack = at;
        pump(busy || at >= next ? 0 : next - at > 2000000 || sent == total ? 2 : 0);
    }
    struct mark to = mark();
    printf("{\"first\":%zu,\"sent\":%zu,\"acked\":%zu,\"refused\":%zu,\"refusal\":\"%s\",\"expected\":%zu,\"delivered\":%zu,"
           "\"missing\":%zu,\"doubled\":%zu,\"late_ms\":%.2f,\"ack_seconds\":%.4f,", first_number, sent, acked, refused, refusal, screens ? acked * count : 0,
           delivered, screens ? not_shown() : 0, doubled, late / 1e6, (last_ack - began) / 1e9);
    spread("wall_ms", wall_at, total);
    spread("last_ms", slowest, total);
    spread("ack_ms", acked_at, total);
    spread("all_ms", all_at, all_count);
    report(from, to);
    for (int i = 0; i < 4; i++) free(arrays[i]);
    for (int i = 0; i < count; i++) free(clients[i].seen);
    free(latest);
    free(kept);
    cards = sent = 0;
}

static void watch(double seconds) {
    struct mark began = mark();
    fresh_counts(0);
    while (now() - began.at < seconds * 1e9) pump(5);
    printf("{");
    report(began, mark());
}

static void add(const char *audience, const char *token, bool joins) {
    if (count == MOST) stop("too many clients");
    struct client *c = &clients[count++];
    c->joins = joins;
    c->seq = -1;
    snprintf(c->token, sizeof c->token, "%s", token);
    snprintf(c->audience, sizeof c->audience, "%s", audience);
}

static void obey(char *line) {
    char a[64], b[256];
    int x, y, z;
    double rate;
    size_t total, of_cards;
    int at = 0;
    if (sscanf(line, "token %63s %255s", a, b) == 2) add(a, b, false), puts("{}");
    else if (sscanf(line, "phones %d %63s %15s", &x, a, code) == 3) {
        while (x--) add(a, "", true);
        puts("{}");
    } else if (sscanf(line, "open %d", &x) == 1) open_all(x);
    else if (sscanf(line, "send %d %d %lf %zu %zu %d %n", &x, &y, &rate, &total, &of_cards, &z, &at) == 6)
        send_all(x, y, rate, total, of_cards, z, line + at);
    else if (sscanf(line, "watch %lf", &rate) == 1) watch(rate);
    else if (!strncmp(line, "return", 6)) come_back();
    else if (!strncmp(line, "drop", 4)) {
        for (int i = 0; i < count; i++)
            if (clients[i].state > LATER) hang_up(&clients[i]);
        puts("{}");
    } else stop("not a command");
    fflush(stdout);
}

int main(int argc, char **argv) {
    struct epoll_event input = {.events = EPOLLIN};
    struct rlimit files;
    static char line[8000];
    if (argc < 3 || !(acks = fopen(argv[2], "w"))) stop("phones PORT ACKS_FILE [SERVER_PID [busy]]");
    port = atoi(argv[1]);
    server = argc > 3 ? atoi(argv[3]) : 0;
    busy = argc > 4;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    epoll = epoll_create1(0);
    epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &input);
    fresh_counts(0);
    setvbuf(stdin, NULL, _IONBF, 0); /* what waits in a buffer wakes nobody */
    for (;;) {
        while (!input_waits) pump(-1);
        input_waits = false;
        if (!fgets(line, sizeof line, stdin)) return 0;
        line[strcspn(line, "\n")] = 0;
        obey(line);
    }
}
