// The measure for everybody else: a plain socket.io relay that passes every card on to all and keeps nothing.
const http = require("node:http");
const { Server } = require(process.argv[3]);

const server = http.createServer();
// It pings as often as we do.
const pings = { pingInterval: 8000, pingTimeout: 6000 };
const io = new Server(server, { perMessageDeflate: false, transports: ["websocket"], ...pings });
// As long as our own frames are.
const bytes = Number(process.argv[4]);
let seq = 0;

io.on("connection", (socket) => {
  socket.join("everybody");
  socket.emit("hello", { seq });
  socket.on("command", (command, acknowledge) => {
    seq += 1;
    const id = command.cards[0];
    const card = { column: command.column, rank: `a${seq}` };
    const put = { [`card:${id}`]: card };
    const changes = { from: seq - 1, to: seq, put, drop: [], events: [[seq, "cards_moved"]] };
    const text = bytes - JSON.stringify(["changes", changes]).length - '42,"text":""'.length;
    if (text > 0) card.text = "x".repeat(text);
    io.to("everybody").emit("changes", changes);
    acknowledge({ ok: true, seq });
  });
});
server.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
