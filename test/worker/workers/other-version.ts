import { expose } from "comlink";

expose({ hello: () => "0.0.1" });
