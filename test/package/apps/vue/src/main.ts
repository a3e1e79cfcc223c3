import { createApp } from "vue";
import App from "./App.vue";

const api = new URLSearchParams(location.search).get("api") ?? "";
createApp(App, { api }).mount("#app");
