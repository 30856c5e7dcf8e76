/* What sending costs at the very least: one send() of one ready-made frame to every socket, for every event.
 *
 *     floor PORT BYTES [lose N | double N]        BYTES: how long the frame's text is
 *
 * Knows just enough of WebSocket, Engine.IO and Socket.IO to be talked to by phones.c. With `lose` or `double` the
 * last socket misses event N or is sent it twice, to prove that this is noticed. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 65536

static int sockets[MOST], count, epoll, bytes, losing = -1, doubling = -1, events;
static bool upgraded[MOST];

static size_t framed(unsigned char *frame, const char *text, size_t size) {
    size_t head = size < 126 ? 2 : 4;
    frame[0] = 0x81;
    frame[1] = size < 126 ? size : 126;
    if (size >= 126) frame[2] = size >> 8, frame[3] = size;
    memcpy(frame + head, text, size);
    return head + size;
}

static void say(int fd, const char *text) {
    unsigned char frame[200];
    send(fd, frame, framed(frame, text, strlen(text)), MSG_NOSIGNAL);
}

static void say_to_all(const char *card) {
    char text[8192];
    unsigned char frame[8300];
    int size = sprintf(text, "42[\"changes\",{\"put\":{\"card:%.16s\":{\"text\":\"", card);
    while (size < bytes - 6) text[size++] = 'x';
    size += sprintf(text + size, "\"}}}]");
    size_t whole = framed(frame, text, size);
    for (int i = 0; i < count; i++) {
        if (i == count - 1 && events == losing) continue;
        send(sockets[i], frame, whole, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (i == count - 1 && events == doubling) send(sockets[i], frame, whole, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    events++;
}

static void hear(int fd, char *text, size_t size) {
    char answer[80];
    if (!strncmp(text, "40", 2)) {
        sockets[count++] = fd;
        say(fd, "40{\"sid\":\"s\"}");
        say(fd, "42[\"hello\",{\"seq\":0}]");
        return;
    }
    char *card = memmem(text, size, "loadcard", 8);
    if (strncmp(text, "42", 2) || !card) return;
    say_to_all(card);
    snprintf(answer, sizeof answer, "43%ld[{\"ok\":true,\"seq\":%d}]", atol(text + 2), events);
    say(fd, answer);
}

static void left(int fd) {
    for (int i = 0; i < count; i++)
        if (sockets[i] == fd) sockets[i] = sockets[--count];
    upgraded[fd] = false;
    close(fd);
}

static void upgrade(int fd) {
    const char *answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    upgraded[fd] = true;
    send(fd, answer, strlen(answer), MSG_NOSIGNAL);
    say(fd, "0{\"sid\":\"s\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}");
}

static void readable(int fd) {
    static unsigned char data[65537];
    ssize_t got = recv(fd, data, sizeof data - 1, 0);
    if (got <= 0) return left(fd);
    if (!upgraded[fd]) return upgrade(fd);
    for (ssize_t at = 0; at + 2 <= got;) {
        size_t size = data[at + 1] & 127, head = size == 126 ? 4 : 2;
        if (size == 126) size = data[at + 2] << 8 | data[at + 3];
        unsigned char *mask = data + at + head, *text = mask + 4, after = text[size];
        for (size_t i = 0; i < size; i++) text[i] ^= mask[i & 3];
        text[size] = 0;
        hear(fd, (char *)text, size);
        text[size] = after;
        at += head + 4 + size;
    }
}

static int listener(int port) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (void *)&here, sizeof here) || listen(fd, 4096)) exit(1);
    return fd;
}

static void watch(int fd) {
    struct epoll_event one = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &one);
}

int main(int argc, char **argv) {
    struct epoll_event ready[256];
    struct rlimit files;
    int on = 1;
    if (argc < 3) return 2;
    bytes = atoi(argv[2]) < 8000 ? atoi(argv[2]) : 8000;
    if (argc > 4) *(strcmp(argv[3], "lose") ? &doubling : &losing) = atoi(argv[4]);
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    epoll = epoll_create1(0);
    int door = listener(atoi(argv[1]));
    watch(door);
    for (;;) {
        int n = epoll_wait(epoll, ready, 256, -1);
        for (int i = 0; i < n; i++) {
            if (ready[i].data.fd != door) {
                readable(ready[i].data.fd);
                continue;
            }
            for (int fd; (fd = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(fd);
            }
        }
    }
}
