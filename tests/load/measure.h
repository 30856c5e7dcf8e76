/* What a sending or a joining cost the server, and how long it took. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef uint64_t u64;

static int server; /* its process id; 0 when nobody asked for its cost */

static u64 now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ull + t.tv_nsec;
}

/* The server's processor time in nanoseconds, from all its threads, and its memory. */
static u64 cpu(void) {
    char path[400];
    u64 total = 0;
    snprintf(path, sizeof path, "/proc/%d/task", server);
    DIR *tasks = server ? opendir(path) : NULL;
    for (struct dirent *task; tasks && (task = readdir(tasks));) {
        unsigned long long ran = 0;
        snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", server, task->d_name);
        FILE *f = task->d_name[0] == '.' ? NULL : fopen(path, "r");
        if (f && fscanf(f, "%llu", &ran) == 1) total += ran;
        if (f) fclose(f);
    }
    if (tasks) closedir(tasks);
    return total;
}

static long memory_kib(void) {
    char path[64], line[200];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", server);
    FILE *f = server ? fopen(path, "r") : NULL;
    while (f && fgets(line, sizeof line, f)) sscanf(line, "VmRSS: %ld", &kib);
    if (f) fclose(f);
    return kib;
}

static int by_size(const void *a, const void *b) { return *(u64 *)a < *(u64 *)b ? -1 : *(u64 *)a > *(u64 *)b; }

/* Prints p50, p99 and the largest, in milliseconds; zeros are "never". Sorts in place. */
static void spread(const char *name, u64 *values, size_t n) {
    qsort(values, n, sizeof *values, by_size);
    size_t zeros = 0;
    while (zeros < n && !values[zeros]) zeros++;
    values += zeros, n -= zeros;
    if (!n) { printf("\"%s\":null,", name); return; }
    printf("\"%s\":{\"n\":%zu,\"p50\":%.3f,\"p99\":%.3f,\"max\":%.3f},", name, n, values[(n - 1) / 2] / 1e6,
           values[(size_t)((n - 1) * 0.99)] / 1e6, values[n - 1] / 1e6);
}

struct mark { u64 at, cpu; };

static struct mark mark(void) { return (struct mark){now(), cpu()}; }
