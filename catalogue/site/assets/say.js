// The fixed words of scripts stand in say('…'), as those of pages do, and are sent in the language of the catalogue
// (script_words.h). What is said of something has %s in its place, or %1$s and %2$s where another language turns them. ES5.
function say(phrase) {
  var values = arguments;
  var next = 1;
  return phrase.replace(/%(?:(\d)\$)?s/g, function (all, place) { return values[place || next++]; });
}
