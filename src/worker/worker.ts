import { expose } from "comlink";
import { FileRoom } from "./file-room.js";

expose(new FileRoom());
