export const WIRE = {
  "timestamp-datetime": "2026-11-23T14:00:00Z",
  "action-type": "update",
  "target-object": "subscriber",
  "by-user": "maria",
  "by-domain": "abc.example",
  "by-ip": "198.51.100.7",
  "by-client": "API",
  "target-user": "1041",
  "target-domain": "north.example",
  "target-host": "core1",
  "auditlog-details": { limit: 10 },
};
