/* On a page that leads an old address on: goes there at once, and takes the anchor of the address along. Without this script, or
   without JavaScript, the page's refresh or its link does. */
(function () {
  "use strict";
  var link = document.getElementById("rr-moved");
  if (link) {
    location.replace(link.href + location.hash);
  }
})();
