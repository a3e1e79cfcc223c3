import type { Grammar } from "../sentences/grammar.js";

/** With the article, which tells the gender; the plural where the rule does not know it. */
export const nouns: Grammar["nouns"] = {
  oauth: "una autorización de OAuth",
  "api-key": "una clave de API",
  mfa: "una configuración de MFA",
  jwt: "un JWT/JWT",
  subscriber: "un suscriptor",
  admin: "un administrador",
  domain: "un dominio",
  reseller: "un revendedor",
  territory: "un territorio",
  conference: "una conferencia",
  recording: "una grabación",
  "phone-number": "un número de teléfono",
  "call-queue": "una cola de llamadas",
  "hunt-group": "un grupo de búsqueda",
  meeting: "una reunión",
  timerange: "un horario",
  dialing: "una regla de marcación",
  "answer-rule": "una regla de respuesta",
  "phone-config": "una configuración del teléfono",
  "ui-config": "una configuración de la interfaz",
  route: "una ruta",
  mac: "una dirección MAC",
  database: "una base de datos",
  server: "un servidor",
  system: "un sistema",
  "support-login": "un acceso de soporte",
  tac: "una entrada TAC",
  "lea-license": "una licencia LEA",
  ncs: "una entrada NCS",
  nfr: "una entrada NFR",
  nms: "una entrada NMS",
  address: "una dirección",
  agent: "un agente",
  "audio-file": "un archivo de audio",
  code: "un código",
  connection: "una conexión",
  images: "una imagen/imágenes",
  "message-session": "una sesión de mensajes",
  quota: "una cuota",
  registrar: "un registrador",
  "reject-log": "un registro de rechazos",
  sbus: "una entrada SBus",
  vmailnag: "una entrada Vmailnag",
  _user: "un usuario",
  _host: "un host",
  _object: "un objeto",
  _item: "un elemento",
  _data: "un dato",
  _action: "una acción",
  _unnamed: "una acción sin nombre",
  _authenticator: "un código de autenticación",
  _warning: "una advertencia de seguridad",
};

/** The plural of a noun's first word; what stands behind it stays. */
export function plural(noun: string): string {
  const [head = "", ...rest] = noun.split(" ");
  const many = /ión$/.test(head) ? `${head.slice(0, -3)}iones` : head + (/[aeiou]$/.test(head) ? "s" : "es");
  return [many, ...rest].join(" ");
}
