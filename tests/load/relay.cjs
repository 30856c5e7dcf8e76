// The measure for everybody else: a plain socket.io relay that passes every card on to all and keeps nothing.
const http = require("node:http");
const { Server } = require(process.argv[3]);

const server = http.createServer();
const io = new Server(server, { perMessageDeflate: false, transports: ["websocket"] });
let seq = 0;

io.on("connection", (socket) => {
  socket.join("everybody");
  socket.emit("hello", { seq });
  socket.on("command", (command, acknowledge) => {
    seq += 1;
    const id = command.cards[0];
    const card = {
      id,
      board: "board-1",
      text: "ลดขั้นตอนการขออนุมัติเบิกจ่ายให้เหลือสองชั้น",
      column: command.column,
      rank: `a${seq}`,
      starred: false,
      proposed: null,
    };
    const put = { [`card:${id}`]: card };
    io.to("everybody").emit("changes", { from: seq - 1, to: seq, put, drop: [], events: [[seq, "cards_moved"]] });
    acknowledge({ ok: true, seq });
  });
});
server.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
