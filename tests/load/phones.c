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
#include "clients.h"

static void report(struct mark from, struct mark to) {
    fflush(acks); /* before the report, for it says that they can be read */
    printf("\"clients\":%d,\"ready\":%d,\"seconds\":%.4f,\"cpu_us\":%.1f,\"memory_kib\":%ld,\"frames\":%lu,\"bytes\":%lu,"
           "\"phone_bytes\":%lu}\n", count, ready, (to.at - from.at) / 1e9, (to.cpu - from.cpu) / 1e3, memory_kib(),
           frames, bytes, phone_bytes);
    fflush(stdout);
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
