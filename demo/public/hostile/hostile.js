/*
 * What the classic portal's scripts do to the built-ins of their page, and a little worse: what is replaced answers
 * nonsense, so that whoever depends on it shows it.
 */
(function () {
  const nonsense = () => "replaced by the host";

  // A date library
  for (const name of [
    ...["toString", "toDateString", "toTimeString", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"],
    ...["toISOString", "toJSON", "toUTCString"],
  ]) {
    Date.prototype[name] = nonsense;
  }
  Date.prototype.addDays = function (days) {
    return new Date(this.getTime() + days * 864e5);
  };
  Date.prototype.compareTo = nonsense;
  Date.now = () => new Date();
  Date.parse = () => null;
  Date.today = () => Date.now();
  Number.prototype.ordinal = nonsense;
  Number.prototype.days = nonsense;

  // Old stand-ins for methods that browsers lacked
  String.prototype.includes = () => true;
  String.prototype.startsWith = () => true;
  String.prototype.endsWith = () => true;
  String.prototype.trim = nonsense;
  String.prototype.trimStart = nonsense;
  String.prototype.trimEnd = nonsense;
  String.prototype.format = nonsense;
  Array.prototype.includes = () => true;

  // Members that every `for…in` meets
  Array.prototype.remove = nonsense;
  Array.prototype.last = nonsense;
  Array.prototype.each = nonsense;
  Object.prototype.extend = nonsense;
  Object.prototype.clone = nonsense;
  Object.prototype.isEmpty = nonsense;
  Function.prototype.inherits = nonsense;
})();
