"""A little of the load that `load` is made of, so that it meets the sanitizers, too."""

import load
import server
import sites
from base import RowTest

REQUESTS = 3000


class Load(RowTest):
    def test_mixed_requests(self):
        port, upstream = server.free_port(), server.free_port()
        with server.Prefix() as prefix:
            more = sites.own_upstream(upstream)
            text = sites.text(self.site.gateway, prefix, port, upstream, load.LOCATIONS, 2, more)
            with server.Server(prefix, text, self.site.environment):
                self.assertEqual(load.send(port, REQUESTS, 7), [])
